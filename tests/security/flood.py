#!/usr/bin/env python3
"""Fifty attempts to sign in a second, each from another address: what others notice, and what it costs in memory."""
import http.client
import itertools
import sys
import threading
import time

import target

A_SECOND = 50
SECONDS = 15
BEGIN = 4


def measure(demo, seconds, path):
    """Milliseconds of requests, one after the other on one connection, about thirty a second."""
    took, headers = [], {"Authorization": "Bearer " + demo.accounts["requester"]["token"]}
    connection = http.client.HTTPConnection("127.0.0.1", demo.port, timeout=30)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        started = time.monotonic()
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.read()
        took.append(1000 * (time.monotonic() - started))
        if answer.status != 200:
            raise SystemExit(f"{path}: {answer.status}")
        time.sleep(0.03)
    connection.close()
    return took


def flood(demo, stop, statuses):
    def attempt(number):
        source = f"127.{1 + number // 60_000}.{number // 250 % 250}.{1 + number % 250}"
        try:
            statuses.append(demo.sign_in(f"nobody{number}@example.org", "a guess of somebody", source=source)[0])
        except OSError:
            statuses.append(0)

    begun = time.monotonic()
    for number in itertools.count():
        if stop.is_set():
            return
        time.sleep(max(0.0, begun + number / A_SECOND - time.monotonic()))
        threading.Thread(target=attempt, args=(number,), daemon=True).start()


def main():
    path = "/api/v1/experts?q=Datensicherung&limit=20"
    with target.demo() as demo:
        measure(demo, 3, path)
        idle, memory = measure(demo, SECONDS, path), demo.memory()
        stop, statuses = threading.Event(), []
        attacker = threading.Thread(target=flood, args=(demo, stop, statuses))
        attacker.start()
        time.sleep(BEGIN)
        peak = [demo.memory()]
        early = peak[0]
        busy = measure(demo, SECONDS / 2, path)
        peak.append(demo.memory())
        started = time.monotonic()
        account = demo.accounts["coordinator"]
        signed_in = demo.sign_in(account["email"], account["password"])[0]
        waited = time.monotonic() - started
        busy += measure(demo, SECONDS / 2, path)
        peak.append(demo.memory())
        stop.set()
        attacker.join()
        time.sleep(3)
        before, during = target.percentile(idle, 0.99), target.percentile(busy, 0.99)
        tally = {status: statuses.count(status) for status in sorted(set(statuses))}
        failed = target.verdict("flood: search p99", during <= max(2 * before, before + 5),
                                f"idle {target.percentile(idle, 0.5):.1f}/{before:.1f} ms (p50/p99), flooded {target.percentile(busy, 0.5):.1f}/{during:.1f} ms")
        # The allocator keeps what the first hashes took; after that it must not grow.
        failed += target.verdict("flood: memory", max(peak) - early <= 64 and max(peak) <= 640,
                                 f"{memory:.0f} MiB before, {early:.0f} MiB after {BEGIN} s, {max(peak):.0f} MiB at most")
        failed += target.verdict("flood: somebody signs in meanwhile", signed_in == 201, f"{signed_in} after {waited:.2f} s")
        print(f"        attempts by status: {tally}")
        return failed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
