"""A demo of its own to attack: the program named by KATASTER_BINARY, on loopback, gone afterwards."""
import contextlib
import http.client
import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


def binary():
    return os.environ.get("KATASTER_BINARY", str(ROOT / "target/debug/kataster"))


class Target:
    """A running demo."""

    def __init__(self, port, folder, process):
        self.port, self.folder, self.process = port, folder, process
        self.host = f"127.0.0.1:{port}"
        self.base = f"http://{self.host}"
        self.accounts = json.loads((folder / "data/demo-credentials.json").read_text())["accounts"]

    def ask(self, method, path, body=None, headers=None, source=None, timeout=30):
        """Status, headers and text of one request on a connection of its own; `source` is the address it comes from."""
        at = (source, 0) if source else None
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout, source_address=at)
        try:
            connection.request(method, path, body=body, headers=headers or {})
            answer = connection.getresponse()
            found = {}
            for name, value in answer.getheaders():
                found[name.lower()] = f"{found[name.lower()]}, {value}" if name.lower() in found else value
            return answer.status, found, answer.read().decode("utf-8", "replace")
        finally:
            connection.close()

    def api(self, method, path, body=None, role=None, source=None):
        headers = {"Content-Type": "application/json"}
        if role:
            headers["Authorization"] = "Bearer " + self.accounts[role]["token"]
        return self.ask(method, path, None if body is None else json.dumps(body), headers, source)

    def sign_in(self, email, password, second_factor=None, source=None):
        body = {"email": email, "password": password}
        if second_factor:
            body["second_factor"] = second_factor
        return self.api("POST", "/api/v1/sessions", body, source=source)

    def command(self, *arguments):
        full = [binary(), *arguments, "--data", str(self.folder / "data")]
        return subprocess.run(full, capture_output=True, text=True, check=True, env={}).stdout

    def memory(self):
        """Resident memory in MiB."""
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmRSS")) / 1024

    def connect(self, timeout=30):
        return socket.create_connection(("127.0.0.1", self.port), timeout)


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def demo(experts=120, **settings):
    """A filled demo that answers; `settings` become KATASTER_* variables."""
    folder = pathlib.Path(tempfile.mkdtemp(prefix="kataster-attack-"))
    port = free_port()
    variables = {"KATASTER_LOG": "error", **{f"KATASTER_{name.upper()}": str(value) for name, value in settings.items()}}
    log = open(folder / "log", "wb")
    process = subprocess.Popen(
        [binary(), "demo", "--experts", str(experts), "--json", "--data", str(folder / "data"), "--listen", f"127.0.0.1:{port}"],
        stdout=subprocess.DEVNULL, stderr=log, env=variables)
    try:
        wait(port, process, folder)
        yield Target(port, folder, process)
        if process.poll() is not None:
            raise SystemExit(f"the server ended: {(folder / 'log').read_text()}")
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        log.close()
        shutil.rmtree(folder, ignore_errors=True)


def wait(port, process, folder):
    until = time.monotonic() + 300
    while time.monotonic() < until:
        with contextlib.suppress(OSError, http.client.HTTPException):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/readyz")
            if connection.getresponse().status == 200:
                return
        if process.poll() is not None:
            raise SystemExit(f"the server does not start: {(folder / 'log').read_text()}")
        time.sleep(0.2)
    raise SystemExit("the server does not get ready")


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def verdict(name, passed, figures):
    """One line for people and for results.md; the script's exit code."""
    print(f"{'passed' if passed else 'FAILED'}  {name}: {figures}", flush=True)
    return 0 if passed else 1
