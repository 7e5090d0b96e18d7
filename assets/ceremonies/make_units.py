#!/usr/bin/env python3
"""Writes the units (and the sessions of the kecamatan) at the end of the example ceremonies.

    make_units.py wilayah_2023.sql

The argument is the table of Kepmendagri 100.1.1-6117 Tahun 2022, see SOURCES.md. Everything below the line `# Made by
make_units.py` of each ceremony file is written anew; what stands above it is written by hand.
"""

import pathlib
import re
import sys

HERE = pathlib.Path(__file__).resolve().parent
MARK = "# Made by make_units.py from the table of the code_edition; SOURCES.md names it.\n"
ROW = re.compile(r"^\('([0-9.]+)','((?:[^']|'')+)'\)[,;]", re.MULTILINE)


def regions(sql):
    """Code to name, as the table spells it."""
    return {code: name.replace("''", "'").strip() for code, name in ROW.findall(sql)}


def in_words(capitals):
    return " ".join("dan" if word == "DAN" else word.capitalize() for word in capitals.split())


def region_name(code, name):
    level = code.count(".")
    if level == 0:
        return "Provinsi " + in_words(name)
    if level == 1:
        kind, _, rest = name.partition(" ")
        return ("Kota " if kind == "KOTA" else "Kabupaten ") + in_words(rest)
    if level == 2:
        return "Kecamatan " + name
    return ("Kelurahan " if code.split(".")[3].startswith("1") else "Desa ") + name


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def unit(identifier, name, parent="", code=""):
    lines = ["[[units]]", f"id = {quoted(identifier)}", f"name = {quoted(name)}"]
    if parent:
        lines.append(f"parent = {quoted(parent)}")
    if code:
        lines.append(f"code = {quoted(code)}")
    return "\n".join(lines) + "\n"


def session(name):
    return f"[[sessions]]\nname = {quoted(name)}\n"


def region_id(code):
    return code.replace(".", "-")


class Tree:
    """The units of one ceremony: a region, its offices, and the regions below it that `wanted` lets in."""

    def __init__(self, table, root, wanted, offices):
        self.codes = [c for c in sorted(table) if (c == root or c.startswith(root + ".")) and (c == root or wanted(c))]
        self.names = {c: region_name(c, table[c]) for c in self.codes}
        self.root = root
        self.offices = offices

    def units(self):
        for code in self.codes:
            parent = "" if code == self.root else region_id(code.rpartition(".")[0])
            yield unit(region_id(code), self.names[code], parent, code)
            yield from self.offices(code, self.names[code])

    def sessions(self):
        """One of each kecamatan, and after those of a kabupaten or kota one for its absentees."""
        for region in (c for c in self.codes if c.count(".") == 1):
            for code in (c for c in self.codes if c.startswith(region + ".")):
                yield session(f"{self.names[code]}, {self.names[region]}")
            yield session(f"Sesi susulan {self.names[region]}")


def offices_of_root(root, offices):
    """`offices` are (id prefix, name, count), all below the root."""

    def below(code, _name):
        if code == root:
            for prefix, name, count in offices:
                for i in range(1, count + 1):
                    yield unit(f"{prefix}-{i}", f"{name} {i}", region_id(root))

    return below


def offices_of_sulbar(code, name):
    province = offices_of_root("76", [("opd-contoh", "OPD contoh", 6), ("instansi-vertikal-contoh", "Instansi vertikal contoh", 3)])
    yield from province(code, name)
    if code.count(".") == 1:
        for i in (1, 2):
            yield unit(f"opd-contoh-{region_id(code)}-{i}", f"OPD contoh {i} {name}", region_id(code))


def is_kecamatan(code):
    return code.count(".") <= 2


def is_kecamatan_or_kelurahan(code):
    return is_kecamatan(code) or code.split(".")[3].startswith("1")


def everything(_code):
    return True


def trees(table):
    """A kelurahan is part of the civil service of its kecamatan and a desa is not: a desa stands only where the
    report speaks of it."""
    opd = ("opd-contoh", "OPD contoh", 8)
    guests = [("tni-contoh", "Satuan TNI contoh", 2), ("polri-contoh", "Satuan Polri contoh", 2)]
    return {
        "sulbar-2024": (Tree(table, "76", everything, offices_of_sulbar), False),
        "kotim-2024": (Tree(table, "62.02", is_kecamatan_or_kelurahan, offices_of_root("62.02", [opd])), False),
        "sulsel-2023": (Tree(table, "73", is_kecamatan, offices_of_root("73", [opd, *guests])), True),
        "batanghari-2024": (Tree(table, "15.04", is_kecamatan_or_kelurahan, offices_of_root("15.04", [opd])), False),
        "takalar-2023": (Tree(table, "73.05", everything, offices_of_root("73.05", [opd])), False),
    }


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    table = regions(pathlib.Path(sys.argv[1]).read_text(encoding="utf-8"))
    for name, (tree, with_sessions) in trees(table).items():
        path = HERE / f"{name}.toml"
        by_hand = path.read_text(encoding="utf-8").partition(MARK)[0].rstrip("\n")
        made = [*(tree.sessions() if with_sessions else []), *tree.units()]
        path.write_text(by_hand + "\n\n" + MARK + "\n" + "\n".join(made), encoding="utf-8", newline="\n")
        print(f"{path.name}: {len(tree.codes)} regions")


if __name__ == "__main__":
    main()
