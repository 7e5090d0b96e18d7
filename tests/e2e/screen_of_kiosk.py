"""A kiosk from outside: eyes on its framebuffer (RFC 6143, which Qt's vnc platform serves), a keyboard by the same way,
and fingers by TUIO 1.1 /tuio/2Dcur (which Qt's TuioTouch plugin takes as a touch screen). Nothing inside the program is
reached for: buttons are found by how they look."""

import collections
import re
import socket
import struct
import zlib

GRID = 8  # pixels between the places that are looked at when a button is searched for


def free_port(kind):
    with socket.socket(socket.AF_INET, kind) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Picture:
    """One look at the screen."""

    def __init__(self, width, height, pixels):
        self.width, self.height, self.pixels = width, height, pixels

    def at(self, x, y):
        place = 4 * (y * self.width + x)
        blue, green, red = self.pixels[place : place + 3]
        return red, green, blue

    def __eq__(self, other):
        return other is not None and self.pixels == other.pixels

    def share_changed(self, other):
        places = [4 * (y * self.width + x) for y in range(0, self.height, GRID) for x in range(0, self.width, GRID)]
        return sum(self.pixels[p : p + 3] != other.pixels[p : p + 3] for p in places) / len(places)

    def largest_patch(self, color):
        """Left, top, right and bottom of the largest connected patch of this colour; nothing where there is none."""
        left = {
            (x, y)
            for y in range(0, self.height, GRID)
            for x in range(0, self.width, GRID)
            if self.at(x, y) == color
        }
        best = []
        while left:
            patch, waiting = [], collections.deque([left.pop()])
            while waiting:
                x, y = place = waiting.popleft()
                patch.append(place)
                for beside in ((x + GRID, y), (x - GRID, y), (x, y + GRID), (x, y - GRID)):
                    if beside in left:
                        left.remove(beside)
                        waiting.append(beside)
            best = max(best, patch, key=len)
        if not best:
            return None
        across, down = [x for x, _ in best], [y for _, y in best]
        return min(across), min(down), max(across), max(down)

    def save(self, path):
        rows = bytearray()
        for y in range(self.height):
            line = self.pixels[4 * self.width * y : 4 * self.width * (y + 1)]
            row = bytearray(3 * self.width)
            row[0::3], row[1::3], row[2::3] = line[2::4], line[1::4], line[0::4]
            rows += b"\0" + row
        head = struct.pack(">IIBBBBB", self.width, self.height, 8, 2, 0, 0, 0)
        path.write_bytes(
            b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(bytes(rows), 1)) + chunk(b"IEND", b"")
        )


def chunk(name, body):
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


class Screen:
    """The RFB 3.3 client."""

    def __init__(self, connection):
        self.connection = connection
        self.read(12)
        connection.sendall(b"RFB 003.003\n")
        assert struct.unpack(">I", self.read(4)) == (1,), "a screen without a password was expected"
        connection.sendall(b"\1")
        self.width, self.height = struct.unpack(">HH", self.read(4))
        self.read(16)
        self.read(struct.unpack(">I", self.read(4))[0])
        pixel = struct.pack(">BBBBHHHBBBxxx", 32, 24, 0, 1, 255, 255, 255, 16, 8, 0)
        connection.sendall(b"\0\0\0\0" + pixel + struct.pack(">BxHi", 2, 1, 0))
        self.pixels = bytearray(4 * self.width * self.height)

    def read(self, count):
        body = bytearray()
        while len(body) < count:
            more = self.connection.recv(count - len(body))
            if not more:
                raise EOFError("the kiosk has gone")
            body += more
        return bytes(body)

    def look(self):
        self.connection.sendall(struct.pack(">BBHHHH", 3, 0, 0, 0, self.width, self.height))
        seen = 0
        while seen < self.width * self.height:
            kind = self.read(1)[0]
            assert kind == 0, f"message {kind}"
            for _ in range(struct.unpack(">xH", self.read(3))[0]):
                x, y, width, height, encoding = struct.unpack(">HHHHi", self.read(12))
                assert encoding == 0, f"encoding {encoding}"
                for row in range(height):
                    start = 4 * ((y + row) * self.width + x)
                    self.pixels[start : start + 4 * width] = self.read(4 * width)
                seen += width * height
            if seen < self.width * self.height:
                self.connection.sendall(struct.pack(">BBHHHH", 3, 1, 0, 0, self.width, self.height))
        return Picture(self.width, self.height, bytes(self.pixels))

    def settled(self):
        """The screen once it stands still."""
        before, now = None, self.look()
        while before != now:
            before, now = now, self.look()
        return now

    def type(self, text):
        for character in text:
            for down in (1, 0):
                self.connection.sendall(struct.pack(">BBxxI", 4, down, ord(character)))


class Fingers:
    """The TUIO client. Positions are in pixels; a call is one report of the touch panel."""

    def __init__(self, port, width, height):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.address = ("127.0.0.1", port)
        self.width, self.height = width, height
        self.frame = 0

    def report(self, touches):
        self.frame += 1
        alive = osc("/tuio/2Dcur", "alive", *touches)
        moved = [
            osc("/tuio/2Dcur", "set", number, x / self.width, y / self.height, 0.0, 0.0, 0.0)
            for number, (x, y) in touches.items()
        ]
        messages = [alive, *moved, osc("/tuio/2Dcur", "fseq", self.frame)]
        bundle = b"#bundle\0" + struct.pack(">Q", 1)
        self.socket.sendto(bundle + b"".join(struct.pack(">i", len(m)) + m for m in messages), self.address)

    def tap(self, x, y):
        self.report({1: (x, y)})
        self.report({})

    def draw(self, points, palm, pause):
        """One finger along `points` while a palm rests at `palm`. Pauses before the kernel drops datagrams unread."""
        self.report({2: palm})
        for number, point in enumerate(points):
            self.report({2: palm, 1: point})
            if number % 40 == 39:
                pause()
        self.report({2: palm})
        self.report({})


def osc(address, *arguments):
    types = "," + "".join({str: "s", int: "i", float: "f"}[type(a)] for a in arguments)
    body = b"".join(
        text(a) if isinstance(a, str) else struct.pack(">i" if isinstance(a, int) else ">f", a) for a in arguments
    )
    return text(address) + text(types) + body


def text(value):
    body = value.encode() + b"\0"
    return body + b"\0" * (-len(body) % 4)


def theme_color(root, name):
    """A colour of the standard contrast, as qml/theme names it."""
    theme = (root / "qml/theme/Theme.qml").read_text()
    digits = re.search(rf'color {name}: \["#([0-9a-f]{{6}})"', theme).group(1)
    return tuple(bytes.fromhex(digits))
