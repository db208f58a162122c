#!/usr/bin/env python3
"""The corpus of tests/cli/smuggling.rs against a running demo; prints what each case is answered."""
import json
import pathlib
import re
import sys
from concurrent.futures import ThreadPoolExecutor

import target

CORPUS = json.loads(pathlib.Path(__file__).with_name("smuggling.json").read_text())
SMUGGLED = "GET /api/v1/smuggled HTTP/1.1\r\nHost: {host}\r\n\r\n"


def build(template, host):
    smuggled = SMUGGLED.replace("{host}", host)
    values = {"host": host, "smuggled": str(len(smuggled)), "all": str(len(smuggled) + 5), "chunk": f"{len(smuggled):x}\r\n",
              "many": "x" * 100_000, "lines": "X: y\r\n" * 100}
    for name, value in values.items():
        template = template.replace("{" + name + "}", value)
    return template.encode("latin-1", "replace")


def answers(demo, case):
    said = b""
    with demo.connect(3) as stream:
        try:
            stream.sendall(build(case["request"], demo.host))
            while part := stream.recv(4096):
                said += part
        except OSError:
            pass
    return [int(status) for status in re.findall(rb"HTTP/1\.[01] (\d{3})", said)]


def main():
    failed = 0
    with target.demo() as demo, ThreadPoolExecutor(16) as pool:
        for case, statuses in zip(CORPUS, pool.map(lambda case: answers(demo, case), CORPUS)):
            is_control = case["name"].startswith("control")
            fits = len(statuses) == case["answers"] if is_control else len(statuses) <= case["answers"]
            fits = fits and all(status < 500 for status in statuses)
            failed += not fits
            if not fits or "-v" in sys.argv:
                print(f"  {'ok' if fits else 'BAD'} {case['name']}: {statuses}")
    return target.verdict("smuggling", failed == 0, f"{len(CORPUS)} cases, {failed} desynchronised or answered with 5xx")


if __name__ == "__main__":
    sys.exit(main())
