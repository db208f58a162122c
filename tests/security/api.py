#!/usr/bin/env python3
"""Schemathesis, all checks, on the served API document: as nobody and as each role of the demo.

Needs schemathesis 4 (pip install schemathesis); SCHEMATHESIS names the program, CASES the examples an operation.
"""
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import target

PROGRAM = os.environ.get("SCHEMATHESIS", "schemathesis")
CASES = os.environ.get("CASES", "50")
# As many cases each role at least.
LEAST = 5000
CONFIG = pathlib.Path(__file__).with_name("schemathesis.toml")


def run(demo, role):
    """The report of one run."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        command = [PROGRAM, "--config-file", str(CONFIG), "run", f"{demo.base}/api/v1/openapi.json", "--url", demo.base, "--checks", "all",
                   "--phases", "coverage,fuzzing", "--max-examples", CASES, "--seed", "7", "--no-shrink", "--continue-on-failure",
                   "--report", "json", "--report-json-path", str(report)]
        if role:
            command += ["--header", "Authorization: Bearer " + demo.accounts[role]["token"]]
        done = subprocess.run(command, capture_output=True, text=True, cwd=folder)
        if not report.exists():
            raise SystemExit(done.stdout[-3000:] + done.stderr[-3000:])
        return json.loads(report.read_text()), done.stdout


def main():
    failed = cases = 0
    with target.demo(experts=60) as demo:
        for role in [None, *demo.accounts]:
            report, said = run(demo, role)
            found = ", ".join(f"{failure['count']} × {failure['title']}" for failure in report["failures"]) or "nothing"
            counted = report["test_cases"]["generated"]
            cases += counted
            problems = len(report["failures"]) + len(report["errors"])
            is_met = problems == 0 and counted >= LEAST
            failed += target.verdict(f"schemathesis as {role or 'nobody'}", is_met, f"{counted} cases, found {found}")
            if problems:
                print(said[said.find("FAILURES"):][:6000])
    print(f"{cases} cases in all")
    return failed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
