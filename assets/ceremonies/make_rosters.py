#!/usr/bin/env python3
"""Writes the sample roster of each example ceremony, <id>.roster.csv: 200 people who do not exist.

    make_rosters.py            writes the files
    make_rosters.py --check    says which file differs from what would be written; exit 1 then

Names are `Peserta Contoh 001` and so on. Numbers have the true form but are made up, with serial numbers from 900, far
above what one day of birth is likely to reach. The same run gives the same bytes everywhere.
"""

import datetime
import pathlib
import re
import sys
import tomllib

HERE = pathlib.Path(__file__).resolve().parent
COLUMNS = ["nama", "kategori", "jenis_nomor", "nomor", "unit", "jabatan", "pangkat"]
PEOPLE = 200

HEAD_RANKS = ["Pembina (IV/a)", "Pembina Tingkat I (IV/b)"]
RANKS = [  # one for every five years of service
    "Pengatur (II/c)",
    "Pengatur Tingkat I (II/d)",
    "Penata Muda (III/a)",
    "Penata Muda Tingkat I (III/b)",
    "Penata (III/c)",
    "Penata Tingkat I (III/d)",
]
GRADES = ["IX", "VII", "V"]
MILITARY_RANKS = ["Kapten", "Letnan Satu", "Sersan Kepala"]
POLICE_RANKS = ["AKP", "Ipda", "Bripka"]
POSTS = ["Analis Kebijakan", "Arsiparis", "Bendahara", "Pengadministrasi Umum", "Pranata Komputer", "Perencana"]
VILLAGE_POSTS = ["Sekretaris Desa", "Kaur Keuangan", "Kasi Pelayanan", "Kepala Dusun", "Kaur Umum"]


class Ceremony:
    def __init__(self, path):
        document = tomllib.loads(path.read_text(encoding="utf-8"))
        self.id = document["id"]
        self.year = int(self.id[-4:])
        self.units = document["units"]

    def units_like(self, pattern):
        return [u["id"] for u in self.units if re.fullmatch(pattern, u["id"])]


class Group:
    """`count` people of one category, spread evenly over the units whose id matches `units`."""

    def __init__(self, category, count, units, posts, heads=False):
        self.category = category
        self.count = count
        self.units = units
        self.posts = posts
        self.heads = heads


OPD = "opd-contoh-.*"
GROUPS = {
    "sulbar-2024": [
        Group("pns", 6, "opd-contoh-[1-6]", ["Kepala OPD contoh"], heads=True),
        Group("pns", 3, "instansi-vertikal-contoh-.*", ["Kepala instansi vertikal contoh"], heads=True),
        Group("pns", 39, OPD, POSTS),
        Group("pns", 12, "instansi-vertikal-contoh-.*", POSTS),
        Group("pns", 35, r"76-\d\d-\d\d", ["Camat", "Sekretaris Camat"], heads=True),
        Group("pns", 30, r"76-\d\d-\d\d-1\d{3}", ["Lurah"]),
        Group("pns", 5, r"76-\d\d-\d\d-2\d{3}", ["Sekretaris Desa"]),
        Group("cpns", 10, OPD, POSTS),
        Group("pppk", 40, OPD, POSTS),
        Group("pppk", 20, r"76-\d\d-\d\d-1\d{3}", POSTS),
    ],
    "kotim-2024": [
        Group("pns", 8, OPD, ["Kepala OPD contoh"], heads=True),
        Group("pns", 64, OPD, POSTS),
        Group("pns", 17, r"62-02-\d\d", ["Camat"], heads=True),
        Group("pns", 17, r"62-02-\d\d", ["Sekretaris Camat"]),
        Group("pns", 17, r"62-02-\d\d-1\d{3}", ["Lurah"]),
        Group("cpns", 12, OPD, POSTS),
        Group("pppk", 45, OPD, POSTS),
        Group("pppk", 20, r"62-02-\d\d", POSTS),
    ],
    "sulsel-2023": [
        Group("pns", 8, OPD, ["Kepala OPD contoh"], heads=True),
        Group("pns", 72, OPD, POSTS),
        Group("pns", 40, r"73-\d\d-\d\d", ["Camat"], heads=True),
        Group("cpns", 10, OPD, POSTS),
        Group("pppk", 25, OPD, POSTS),
        Group("kepala-desa", 35, r"73-[0-6]\d-\d\d", ["Kepala Desa"]),
        Group("tni", 5, "tni-contoh-.*", ["Anggota"]),
        Group("polri", 5, "polri-contoh-.*", ["Anggota"]),
    ],
    "batanghari-2024": [
        Group("pns", 8, OPD, ["Kepala OPD contoh"], heads=True),
        Group("pns", 84, OPD, POSTS),
        Group("pns", 8, r"15-04-\d\d", ["Camat"], heads=True),
        Group("pns", 16, r"15-04-\d\d", ["Sekretaris Camat", "Kasi Pemerintahan"]),
        Group("pns", 14, r"15-04-\d\d-1\d{3}", ["Lurah"]),
        Group("cpns", 10, OPD, POSTS),
        Group("pppk", 60, r"opd-contoh-.*|15-04-\d\d", POSTS),
    ],
    "takalar-2023": [
        Group("pns", 8, OPD, ["Kepala OPD contoh"], heads=True),
        Group("pns", 32, OPD, POSTS),
        Group("pns", 12, r"73-05-\d\d", ["Camat"], heads=True),
        Group("pns", 24, r"73-05-\d\d-1\d{3}", ["Lurah"]),
        Group("cpns", 8, OPD, POSTS),
        Group("pppk", 36, r"opd-contoh-.*|73-05-\d\d(-1\d{3})?", POSTS),
        Group("kepala-desa", 30, r"73-05-\d\d-2\d{3}", ["Kepala Desa"]),
        Group("perangkat-desa", 50, r"73-05-\d\d-2\d{3}", VILLAGE_POSTS),
    ],
}


class Person:
    """Number `i` of a roster, with the dates that number and rank are made of."""

    def __init__(self, i, year, category, head):
        self.i = i
        self.year = year
        self.category = category
        self.head = head
        years = i * 7
        if category == "cpns":
            age = 22 + years % 12
        elif head:
            age = 44 + years % 14
        else:
            age = 30 + years % 28
        self.born = datetime.date(year - age, 1 + i * 5 % 12, 1 + i * 11 % 28)
        self.sex = 1 + i % 2
        self.serial = 9000 + i
        self.appointed = year if category == "cpns" else min(self.born.year + 24 + i % 4, year - 1)

    def number(self, unit):
        """Its kind and the number itself."""
        if self.category in ("pns", "cpns", "pppk"):
            return "nip", self.civil_servant_number()
        if self.category in ("tni", "polri"):
            return "nrp", f"{self.born:%y%m}{self.serial}"
        region = unit.replace("-", "")
        if self.category == "perangkat-desa" and self.i % 5 == 0:
            return "nipd", f"{region}{self.serial}"
        day = self.born.day + 40 * (self.sex - 1)
        return "nik", f"{region[:6]}{day:02}{self.born:%m%y}{self.serial}"

    def civil_servant_number(self):
        serial = 900 + self.i % 100
        if self.category == "pppk":
            return f"{self.born:%Y%m%d}{self.year - self.i % 3}21{self.sex}{serial}"
        month = 3 if self.category == "cpns" else 1 + self.i % 12
        return f"{self.born:%Y%m%d}{self.appointed}{month:02}{self.sex}{serial}"

    def rank(self):
        if self.category == "cpns":
            return "Penata Muda (III/a)"
        if self.category == "pns" and self.head:
            return HEAD_RANKS[self.i % 2]
        if self.category == "pns":
            return RANKS[min((self.year - self.appointed) // 5, len(RANKS) - 1)]
        ranks = {"pppk": GRADES, "tni": MILITARY_RANKS, "polri": POLICE_RANKS}.get(self.category, [""])
        return ranks[self.i % len(ranks)]


def places(ceremony):
    """(unit, group, post) of everyone, in the order of the units in the ceremony file."""
    rows = []
    for group in GROUPS[ceremony.id]:
        units = ceremony.units_like(group.units)
        for i in range(group.count):
            unit = units[i * len(units) // group.count] if group.count < len(units) else units[i % len(units)]
            rows.append((unit, group, group.posts[(i // len(units) + i) % len(group.posts)]))
    order = {u["id"]: n for n, u in enumerate(ceremony.units)}
    return sorted(rows, key=lambda row: order[row[0]])


def roster(ceremony):
    lines = [COLUMNS]
    for i, (unit, group, post) in enumerate(places(ceremony), start=1):
        person = Person(i, ceremony.year, group.category, group.heads)
        kind, number = person.number(unit)
        lines.append([f"Peserta Contoh {i:03}", group.category, kind, number, unit, post, person.rank()])
    assert len(lines) == PEOPLE + 1 and len({line[3] for line in lines}) == len(lines)
    return "".join(",".join(f'"{cell}"' for cell in line) + "\r\n" for line in lines).encode()


def main():
    if sys.argv[1:] not in ([], ["--check"]):
        sys.exit(__doc__)
    differing = []
    for identifier in GROUPS:
        path = HERE / f"{identifier}.roster.csv"
        made = roster(Ceremony(HERE / f"{identifier}.toml"))
        if len(sys.argv) == 1:
            path.write_bytes(made)
        elif not path.exists() or path.read_bytes() != made:
            differing.append(path.name)
    if differing:
        sys.exit("differs: " + ", ".join(differing))


if __name__ == "__main__":
    main()
