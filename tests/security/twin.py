#!/usr/bin/env python3
"""A small page with the holes that the scanners look for: proof that they would find them. Listens on loopback only.

Never run it for anything else.
"""
import http.server
import sqlite3
import subprocess
import sys
import urllib.parse

PLACES = [(1, "Köthen"), (2, "Anhalt"), (3, "Zerbst")]


class Handler(http.server.BaseHTTPRequestHandler):
    """Trusts whatever it is sent."""

    def do_GET(self):
        url = urllib.parse.urlsplit(self.path)
        given = {name: values[0] for name, values in urllib.parse.parse_qs(url.query, keep_blank_values=True).items()}
        try:
            self.answer(url.path, given)
        except (sqlite3.Error, sqlite3.Warning) as error:
            self.say(500, f"<p>sqlite3.OperationalError: {error}</p>")

    def do_POST(self):
        length = int(self.headers.get("Content-Length", 0))
        given = urllib.parse.parse_qs(self.rfile.read(length).decode("utf-8", "replace"), keep_blank_values=True)
        self.answer("/suche", {name: values[0] for name, values in given.items()})

    def answer(self, path, given):
        if path == "/suche":
            text = given.get("q", "")
            database = sqlite3.connect(":memory:")
            database.execute("CREATE TABLE places (id INTEGER, name TEXT)")
            database.executemany("INSERT INTO places VALUES (?, ?)", PLACES)
            rows = database.execute(f"SELECT id, name FROM places WHERE name LIKE '%{text}%'").fetchall()
            self.say(200, f"<p>Gesucht: {text}</p>" + "".join(f"<li>{row}</li>" for row in rows))
        elif path == "/weiter":
            self.send_response(302)
            self.send_header("Location", given.get("ziel", "/"))
            self.end_headers()
        elif path == "/datei":
            try:
                with open(given.get("name", ""), encoding="utf-8") as file:
                    self.say(200, file.read())
            except OSError as error:
                self.say(500, str(error))
        elif path == "/ping":
            said = subprocess.run("echo " + given.get("host", ""), shell=True, capture_output=True, text=True, timeout=20)
            self.say(200, f"<pre>{said.stdout}</pre>")
        else:
            self.say(200, '<a href="/suche?q=K">Suche</a> <a href="/weiter?ziel=/">Weiter</a> <a href="/datei?name=/etc/hostname">Datei</a> '
                          '<a href="/ping?host=a">Ping</a><form action="/suche"><input name="q"><button>Suchen</button></form>')

    def say(self, status, body):
        page = f"<!doctype html><html><body>{body}</body></html>".encode("utf-8", "replace")
        self.send_response(status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        self.wfile.write(page)

    def log_message(self, *_):
        pass


if __name__ == "__main__":
    http.server.ThreadingHTTPServer(("127.0.0.1", int(sys.argv[1])), Handler).serve_forever()
