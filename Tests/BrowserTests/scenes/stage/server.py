"""A server of a scene's own, which can be stopped and started again at the same address."""

import atexit
import json
import shutil
import signal
import subprocess
import tempfile

from stage.stage import PROGRAM, stage

# A server that still answers somebody is given its time; it takes a tenth of a second otherwise.
LONGEST_STOP = 30


class Server:
    """`plumbline serve` on data of its own: a copy of what the demo had made when it began to serve, or nothing yet."""

    def __init__(self, is_empty: bool = False):
        self.folder = tempfile.mkdtemp(prefix="server-", dir=stage().folder)
        if not is_empty:
            shutil.copy(stage().world, f"{self.folder}/plumbline.sqlite")
        self.port = 0
        self.start()
        # A scene that fails as it begins stops nothing.
        atexit.register(self.stop)

    def start(self):
        self.process = subprocess.Popen(
            [PROGRAM, "serve", "--data", self.folder, "--port", str(self.port), "--json"],
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL, text=True)
        text = ""
        for line in self.process.stdout:
            text += line
            if line.startswith("}"):
                break
        told = json.loads(text)
        self.url, self.port, self.set_up = told["url"], told["port"], told.get("setUp")

    @property
    def is_running(self) -> bool:
        return self.process.poll() is None

    def stop(self):
        """As the machine's own service manager stops it; nothing where it is stopped."""
        if not self.is_running:
            return
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=LONGEST_STOP)
        self.process.stdout.close()

    def command(self, *words: str) -> dict:
        """What a command tells that somebody types on the server."""
        done = subprocess.run(
            [PROGRAM, *words, "--data", self.folder, "--json"], check=True, capture_output=True, text=True)
        return json.loads(done.stdout)
