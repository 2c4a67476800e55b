"""Runs a program and prints what it cost, as JSON: `cost.py LIMIT COMMAND…`.

A process of its own, because Linux counts the memory of whoever starts a program towards
that program's peak: this one is as small as Python can be.
"""

import json
import os
import signal
import subprocess
import sys
import time


def main(limit: int, command: list[str]) -> None:
    began = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, start_new_session=True)
    # Generators that start others are ended with them.
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(process.pid, signal.SIGKILL))
    signal.alarm(limit)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.monotonic() - began
    print(json.dumps({
        "status": os.waitstatus_to_exitcode(status),
        "cpu": used.ru_utime + used.ru_stime,
        "wall": wall,
        "memory": used.ru_maxrss / 1000,
    }))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2:])
