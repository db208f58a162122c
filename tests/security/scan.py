#!/usr/bin/env python3
"""Wapiti and sqlmap against a demo, and against the vulnerable twin: nothing in the one, much in the other.

Needs both (pip install wapiti3 sqlmap, the first in an environment of its own); WAPITI and SQLMAP name the programs.
"""
import contextlib
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse

import target

WAPITI = os.environ.get("WAPITI", "wapiti")
SQLMAP = os.environ.get("SQLMAP", "sqlmap")
SECONDS = int(os.environ.get("SCAN_SECONDS", "240"))
# No module that asks a host on the Internet. Not `csrf`: it looks for tokens in forms, and here the browser's own word
# on where a request comes from is checked (tests/pages/same_origin.rs).
# Not `ldap`: there is none, and it takes a search that finds other words for a directory that answers.
# Not `cookieflags`: on loopback no cookie is Secure; behind TLS tests/access/headers.rs asserts every flag of every cookie.
MODULES = "sql,timesql,xss,permanentxss,exec,file,crlf,redirect,csp,http_headers,methods"


@contextlib.contextmanager
def twin():
    port = target.free_port()
    program = str(pathlib.Path(__file__).with_name("twin.py"))
    # It does what it is told: in a folder of its own.
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen([sys.executable, program, str(port)], cwd=folder, stderr=subprocess.DEVNULL)
        time.sleep(1)
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            process.kill()
            process.wait()


def wapiti(base, headers=(), starts=()):
    """What was found, by kind."""
    with tempfile.TemporaryDirectory() as folder:
        report = pathlib.Path(folder) / "report.json"
        command = [WAPITI, "-u", base + "/", "--scope", "domain", "-m", MODULES, "--flush-session", "--store-session", folder, "--store-config", folder,
                   "-d", "3", "--max-links-per-page", "30", "--max-files-per-dir", "30", "--max-scan-time", str(SECONDS), "--max-attack-time", "60",
                   "-x", base + "/abmelden", "-x", base + "/konto/sitzungen/*", "-v", "0", "-f", "json", "-o", str(report)]
        for header in headers:
            command += ["-H", header]
        for start in starts:
            command += ["-s", base + start]
        subprocess.run(command, capture_output=True, text=True, timeout=SECONDS * 4)
        found = json.loads(report.read_text())
        kinds = {**found["vulnerabilities"], **found["anomalies"]}
        pages = found["infos"].get("crawled_pages_nbr", len(found["infos"].get("crawled_pages", [])))
        return {kind: findings for kind, findings in kinds.items() if findings}, pages


def sqlmap(url, headers=(), data=None):
    """The parameters that sqlmap says are injectable."""
    with tempfile.TemporaryDirectory() as folder:
        command = [SQLMAP, "-u", url, "--batch", "--level", "2", "--risk", "1", "--technique", "BEUT", "--time-sec", "3", "--threads", "4",
                   "--flush-session", "--output-dir", folder, "--disable-coloring", "--ignore-code", "401,403,404,422,429"]
        for header in headers:
            command += ["-H", header]
        if data:
            command += ["--data", data]
        said = subprocess.run(command, capture_output=True, text=True, timeout=SECONDS * 4).stdout
        if "starting @" not in said:
            raise SystemExit(said[-2000:])
        return re.findall(r"^Parameter: (.+)$", said, re.M), "do not appear to be injectable" in said


def session(demo, role):
    account = demo.accounts[role]
    form = urllib.parse.urlencode({"email": account["email"], "passwort": account["password"]})
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
    # From an address of its own: a scan uses up the attempts of the one it comes from.
    _, answer, _ = demo.ask("POST", "/anmelden", form, headers, source="127.9.9.9")
    return re.search(r"kataster=[0-9a-f]+", answer["set-cookie"]).group(0)


def scan_pages(demo):
    failed = 0
    for role in (None, "coordinator", "auditor"):
        headers = ["Sec-Fetch-Site: same-origin"]
        if role:
            headers.append("Cookie: " + session(demo, role))
        found, pages = wapiti(demo.base, headers, ["/suche?q=Veeam", "/abgleich", "/karte?land=15", "/anmelden"])
        figures = "; ".join(f"{kind}: {len(findings)} ({findings[0]['info'][:120]} at {findings[0]['path']})" for kind, findings in found.items()) or "nothing found"
        failed += target.verdict(f"wapiti as {role or 'nobody'}", not found, f"{pages} pages; {figures}")
    return failed


def scan_queries(demo):
    bearer = ["Authorization: Bearer " + demo.accounts["coordinator"]["token"]]
    auditor = ["Authorization: Bearer " + demo.accounts["auditor"]["token"]]
    json_type = ["Content-Type: application/json"]
    match = json.dumps({"municipality": "15082", "symptom": "files-encrypted"})
    asked = [
        ("/api/v1/regions?q=Halle&level=gemeinde&limit=5", [], None),
        ("/api/v1/experts?q=Veeam&near=15082180&radius_km=50&land=15", bearer, None),
        ("/api/v1/experts/suggest?q=Vee", bearer, None),
        ("/api/v1/organisations?kind=it_provider&limit=5", bearer, None),
        ("/api/v1/audit?subject=acc_1&limit=5", auditor, None),
        ("/api/v1/matches", bearer + json_type, match),
        ("/api/v1/sessions", json_type, json.dumps({"email": "a@example.org", "password": "x"})),
        ("/anmelden?weiter=/", ["Sec-Fetch-Site: same-origin"], "email=a@example.org&passwort=x"),
    ]
    failed = 0
    for path, headers, data in asked:
        found, was_tested = sqlmap(demo.base + path, headers, data)
        failed += target.verdict(f"sqlmap {path.split('?')[0]}", not found and was_tested, ", ".join(found) or "no parameter is injectable")
    return failed


def main():
    failed = 0
    wanted = sys.argv[1:] or ["wapiti", "sqlmap"]
    with twin() as base:
        if "wapiti" in wanted:
            found, _ = wapiti(base)
            needed = {"SQL Injection", "Reflected Cross Site Scripting", "Open Redirect", "Path Traversal", "Command execution"}
            failed += target.verdict("control: wapiti finds the twin's holes", needed <= set(found), ", ".join(sorted(found)))
        if "sqlmap" in wanted:
            found, _ = sqlmap(base + "/suche?q=K")
            failed += target.verdict("control: sqlmap finds the twin's hole", bool(found), ", ".join(found))
    with target.demo(experts=60) as demo:
        if "wapiti" in wanted:
            failed += scan_pages(demo)
        if "sqlmap" in wanted:
            failed += scan_queries(demo)
    return failed


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
