"""Lies about a log and its receipts, each made the way somebody would: by editing what is published, or with the key."""

import shutil


def chunks(digits):
    return [digits[at : at + 17] for at in range(0, len(digits), 17)]


def to_bytes(digits):
    """CTAP base10 (design.md, "Receipt")."""
    tails = {3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6, 17: 7}
    return bytearray(b"".join(int(c).to_bytes(tails[len(c)], "little") for c in chunks(digits)))


def to_digits(content):
    widths = (0, 3, 5, 8, 10, 13, 15, 17)
    parts = [content[at : at + 7] for at in range(0, len(content), 7)]
    return "".join(str(int.from_bytes(c, "little")).zfill(widths[len(c)]) for c in parts)


def head_of(content, at):
    """The CBOR item that begins at `at`: its argument, and where its content begins."""
    small = content[at] & 31
    if small < 24:
        return small, at + 1
    size = 1 << (small - 24)
    return int.from_bytes(content[at + 1 : at + 1 + size], "big"), at + 1 + size


class Receipt:
    """A receipt's fields as the bytes that hold them: [1, entry, index, size, proof, signatures]."""

    def __init__(self, text):
        self.address, digits = text.strip().rsplit("#", 1)
        content = bytes(to_bytes(digits))
        self.fields = []
        at = 2  # the array's head and the version
        for kind in ("entry", "index", "size", "proof"):
            argument, begin = head_of(content, at)
            end = begin + (argument if kind in ("entry", "proof") else 0)
            self.fields.append(content[at:end])
            at = end
        self.start = content[:2]
        self.signatures = content[at:]

    def text(self):
        content = self.start + b"".join(self.fields) + self.signatures
        return f"{self.address}#{to_digits(content)}"


def edited(text):
    """One bit of the entry's own signature, in its right spelling."""
    receipt = Receipt(text)
    entry = bytearray(receipt.fields[0])
    entry[-10] ^= 1
    receipt.fields[0] = bytes(entry)
    return receipt.text()


def with_proof_of(text, other):
    receipt = Receipt(text)
    receipt.fields[3] = Receipt(other).fields[3]
    return receipt.text()


def with_seal_of(text, other):
    receipt = Receipt(text)
    receipt.signatures = Receipt(other).signatures
    return receipt.text()


def with_cosignatures_of(text, other):
    """Its own seal, which is the first signature, and the cosignatures of another receipt."""
    receipt, stranger = Receipt(text), Receipt(other)
    own = first_signature(receipt.signatures)
    receipt.signatures = stranger.signatures[:1] + own + stranger.signatures[1 + len(first_signature(stranger.signatures)) :]
    return receipt.text()


def first_signature(signatures):
    at = 1  # the array's head
    _, key = head_of(signatures, at + 1)
    size, begin = head_of(signatures, key)
    return signatures[at : begin + size]


class Copy:
    """A copy of a published log that may be edited."""

    def __init__(self, log, to):
        shutil.copytree(log, to)
        self.log = to

    def bundle(self):
        """The bundle of the log's size, which is under 256: its file and its entries."""
        size = int((self.log / "checkpoint").read_text().split("\n")[1])
        file = self.log / f"tile/entries/000.p/{size}"
        content, entries = file.read_bytes(), []
        while content:
            size = int.from_bytes(content[:2], "big")
            entries.append(content[2 : 2 + size])
            content = content[2 + size :]
        return file, entries

    def rewrite(self, change):
        file, entries = self.bundle()
        change(entries)
        file.write_bytes(b"".join(len(e).to_bytes(2, "big") + e for e in entries))
        return self

    def entry_changed(self):
        return self.rewrite(lambda entries: entries.__setitem__(3, entries[3][:-1] + bytes([entries[3][-1] ^ 1])))

    def entry_removed(self):
        return self.rewrite(lambda entries: entries.pop(3))

    def entries_reordered(self):
        return self.rewrite(lambda entries: entries.__setitem__(slice(2, 4), entries[3:1:-1]))

    def entry_twice(self):
        return self.rewrite(lambda entries: entries.__setitem__(4, entries[3]))

    def checkpoint_forged(self):
        file = self.log / "checkpoint"
        origin, size, rest = file.read_text().split("\n", 2)
        file.write_text(f"{origin}\n{int(size) + 1}\n{rest}")
        return self

    def checkpoint_cosigned_as(self, other):
        """Its own seal, and beneath it the cosignatures of another checkpoint of this log."""
        file = self.log / "checkpoint"
        text, own = file.read_text().split("\n\n")
        _, strange = other.split("\n\n")
        file.write_text(text + "\n\n" + "".join(line + "\n" for line in [own.split("\n")[0], *strange.split("\n")[1:-1]]))
        return self

    def ceremony_changed(self):
        file = self.log / "ceremony.toml"
        file.write_text(file.read_text().replace("netral", "memihak", 1))
        return self
