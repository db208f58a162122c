#!/usr/bin/env python3
"""Slow headers and slow bodies, many at once: each is cut off within ten seconds, others are answered meanwhile."""
import sys
import threading
import time

import target

GOAL = 10.0
EACH = 60
JSON = "Content-Type: application/json\r\nContent-Length: 900\r\n\r\n"
FORM = "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: 900\r\n\r\n"


def hold(demo, beginning, took):
    """Sends the beginning, then a byte every half second, until the other side closes."""
    started = time.monotonic()
    with demo.connect() as stream:
        stream.settimeout(0.5)
        stream.sendall(beginning.encode())
        while time.monotonic() - started < 3 * GOAL:
            try:
                if not stream.recv(4096):
                    break
            except TimeoutError:
                try:
                    if beginning:
                        stream.sendall(b"x")
                except OSError:
                    break
            except OSError:
                break
    took.append(time.monotonic() - started)


def main():
    with target.demo() as demo:
        host = f"Host: {demo.host}\r\n"
        kinds = {
            "nothing at all": "",
            "half a request line": "GET / HT",
            "headers without end": f"GET / HTTP/1.1\r\n{host}X: ",
            "half an HTTP/2 preface": "PRI * HTTP/2.0\r\n",
            "slow JSON body": f"POST /api/v1/sessions HTTP/1.1\r\n{host}{JSON}",
            "slow form": f"POST /anmelden HTTP/1.1\r\n{host}{FORM}",
            "idle after an answer": f"GET /healthz HTTP/1.1\r\n{host}\r\n",
        }
        took = {name: [] for name in kinds}
        threads = [threading.Thread(target=hold, args=(demo, beginning, took[name])) for name, beginning in kinds.items() for _ in range(EACH)]
        for thread in threads:
            thread.start()
        waits = []
        while any(thread.is_alive() for thread in threads):
            started = time.monotonic()
            status, _, _ = demo.ask("GET", "/healthz")
            waits.append(time.monotonic() - started if status == 200 else GOAL)
            time.sleep(0.1)
        failed = 0
        for name, times in took.items():
            failed += target.verdict(f"slow: {name}", max(times) <= GOAL, f"{EACH} connections, closed after {max(times):.1f} s at most")
        return failed + target.verdict("slow: others meanwhile", max(waits) < 1.0, f"{len(waits)} requests, slowest {1000 * max(waits):.0f} ms")


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
