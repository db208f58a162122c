#!/usr/bin/env python3
"""Whether answers tell known from unknown mail addresses: same status, same text, same time."""
import re
import statistics
import sys
import time

import target

SAMPLES = 500


def main():
    with target.demo() as demo:
        known = [account["email"] for account in demo.accounts.values()]
        times, texts = {"known": [], "unknown": []}, {"known": set(), "unknown": set()}
        for number in range(SAMPLES + 20):
            # In turns, so that whatever else the machine does meets both alike.
            for kind in ("known", "unknown"):
                email = known[number % len(known)] if kind == "known" else f"nobody{number % len(known)}@example.org"
                # An address for each sample: the limits of one are not what is measured.
                source = f"127.{1 if kind == 'known' else 2}.{number // 250}.{1 + number % 250}"
                started = time.perf_counter()
                status, headers, text = demo.sign_in(email, "not the password", source=source)
                took = 1000 * (time.perf_counter() - started)
                if number >= 20:
                    times[kind].append(took)
                texts[kind].add((status, headers["content-type"], re.sub(r"urn:uuid:[0-9a-f-]+", "", text)))
        medians = {kind: statistics.median(taken) for kind, taken in times.items()}
        allowed = max(5.0, 0.1 * medians["unknown"])
        difference = abs(medians["known"] - medians["unknown"])
        failed = target.verdict("enumeration: time", difference <= allowed,
                                f"{SAMPLES} each, medians {medians['known']:.2f} ms known, {medians['unknown']:.2f} ms unknown; "
                                f"apart {difference:.2f} ms of {allowed:.2f} allowed")
        same = texts["known"] == texts["unknown"] and len(texts["known"]) == 1
        return failed + target.verdict("enumeration: answer", same, "status, type and text are one" if same else f"{texts}")


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
