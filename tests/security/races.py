#!/usr/bin/env python3
"""Many try the same thing at the same moment: exactly one wins."""
import base64
import hashlib
import hmac
import re
import struct
import sys
import threading
import time
import urllib.parse

import target

FORM = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}


def at_once(count, attempt):
    """The statuses of so many attempts that begin together."""
    barrier, statuses = threading.Barrier(count), [None] * count

    def run(number):
        barrier.wait()
        statuses[number] = attempt(number)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return statuses


def tally(statuses):
    return ", ".join(f"{statuses.count(status)} × {status}" for status in sorted(set(statuses)))


def judge(name, statuses, won):
    return target.verdict(f"race: {name}", statuses.count(won) == 1 and max(statuses) < 500, f"{len(statuses)} at once: {tally(statuses)}")


def vetting(demo):
    """The same vetter, 64 times at once: an assessor counts once."""
    cases = demo.api("GET", "/api/v1/vetting-cases?limit=5", role="vetter")[2]
    case = re.search(r'"id":\s*"(vet_[^"]+)"', cases).group(1)
    body = {"verdict": "reject", "reason": "Nachweise fehlen"}
    return judge("vetting decision", at_once(64, lambda _: demo.api("POST", f"/api/v1/vetting-cases/{case}/assessments", body, "vetter")[0]), 201)


def invitation(demo):
    said = demo.command("admin", "invite", "--email", demo.accounts["requester"]["email"])
    link = re.search(r"/einladung/[0-9a-f]+", said).group(0)

    def choose(number):
        password = f"der {number}. lange satz zum merken"
        body = urllib.parse.urlencode({"passwort": password, "nochmal": password})
        return demo.ask("POST", link, body, FORM, timeout=60)[0]

    return judge("invitation link", at_once(50, choose), 303)


def code(secret, shift=0):
    step = struct.pack(">Q", int(time.time()) // 30 + shift)
    digest = hmac.new(base64.b32decode(secret + "=" * (-len(secret) % 8)), step, hashlib.sha1).digest()
    place = digest[-1] & 15
    return f"{(struct.unpack('>I', digest[place:place + 4])[0] & 0x7FFFFFFF) % 1_000_000:06d}"


def second_factor(demo, role):
    """Sets one up on the page; secret and recovery codes."""
    account = demo.accounts[role]
    _, headers, _ = demo.ask("POST", "/anmelden", urllib.parse.urlencode({"email": account["email"], "passwort": account["password"]}), FORM)
    cookie = {"Cookie": re.search(r"kataster=[0-9a-f]+", headers["set-cookie"]).group(0)}
    page = demo.ask("GET", "/konto/zweiter-faktor", headers=cookie)[2]
    secret = re.search(r"secret=([A-Z2-7]+)", page).group(1)
    begun = re.search(r'name="begonnen" value="([0-9a-f]+)"', page).group(1)
    form = {"begonnen": begun, "passwort": account["password"], "code": code(secret)}
    page = demo.ask("POST", "/konto/zweiter-faktor", urllib.parse.urlencode(form), {**FORM, **cookie})[2]
    return secret, re.findall(r"\b(?:[A-Z2-9]{4}-){6}[A-Z2-9]{4}\b", page)


def factors(demo):
    secret, codes = second_factor(demo, "coordinator")
    account = demo.accounts["coordinator"]

    def attempt(method, value):
        # Each from an address of its own: what limits an address must not decide the race.
        return lambda number: demo.sign_in(account["email"], account["password"], {"method": method, "code": value}, f"127.0.{number + 1}.1")[0]

    recovery = judge("recovery code", at_once(50, attempt("recovery", codes[0])), 201)
    secret, _ = second_factor(demo, "vetter2")
    account = demo.accounts["vetter2"]
    time.sleep(30 - time.time() % 30 + 1)
    return recovery + judge("step of an authenticator", at_once(50, attempt("totp", code(secret, 1))), 201)


def main():
    with target.demo() as demo:
        return vetting(demo) + invitation(demo) + factors(demo)


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
