// The sample ceremony, and one mutation of it a case. A mutation replaces one text by another; « in it marks where the
// error is expected, and is not written.

export const sampleCeremony = `# A ceremony that has every key.
id = "contoh-1"
occasion = "upacara"
example = true
domain = "contoh.example"
time_zone = "Asia/Makassar"
verify_url = "https://periksa.contoh.example/IKRAR"
organizer = "BKPSDM Kabupaten Contoh"
categories = ["pns", "pppk", "kepala-desa"]
code_edition = "Kepmendagri 300.2.2-2430 Tahun 2025"

[title]
id = "Ikrar Netralitas"
en = "Pledge of Neutrality"

[contact]
name = "Petugas Contoh"
phone = "+62 (411) 000-000"

[source]
publisher = "Koran Contoh"
title = "Berita contoh"
date = 2023-09-19

[pledge]
opening = { id = "Kami berikrar:", en = "We pledge:" }

[[pledge.clauses]]
short = { id = "Tidak ikut kampanye", en = "No part in campaigns" }
full = { id = "Kami tidak ikut serta dalam kampanye." }

[[pledge.clauses]]
short = { id = "Menjaga kedamaian" }
full = { id = """
Kami menjaga kedamaian,
sebelum dan sesudah pemilu.""", en = "We keep the peace." }

[[instruments]]
type = "Surat Edaran"
issuer = "Bupati Contoh"
number = "800/1/BKPSDM"
date = 2023-08-30
effective = 2023-09-01
subject = "Netralitas"

[[instruments]]
type = "Instruksi"

[[sessions]]
name = "Sesi utama"
place = "Lapangan upacara"
date = 2023-09-18
time = 08:00:00

[[sessions]]
name = "Sesi susulan"

[[units]]
id = "kabupaten"
name = "Kabupaten Contoh"
code = "73.05"

[[units]]
id = "opd-1"
name = "OPD contoh 1"
parent = "kabupaten"

[[units]]
id = "desa-1"
name = "Desa Contoh"
parent = "opd-1"
code = "73.05.01.2003"

[[leaders]]
name = "Nama Contoh"
post = "Pj Bupati"
role = "Memimpin upacara"

[[observers]]
post = "Forkopimda"
role = "Hadir"
`;

const cases = [];
const bad = (name, desc, from, to, says) => cases.push({ name, desc, from, to, says });

// required keys
bad("no-id", "no id", 'id = "contoh-1"\n', "", "add `id`");
bad("no-occasion", "no occasion", 'occasion = "upacara"\n', "", "add `occasion`");
bad("no-domain", "no domain", 'domain = "contoh.example"\n', "", "add `domain`");
bad("no-zone", "no time zone", 'time_zone = "Asia/Makassar"\n', "", "add `time_zone`");
bad("no-verify-url", "no verify_url", 'verify_url = "https://periksa.contoh.example/IKRAR"\n', "", "add `verify_url`");
bad("no-organizer", "no organizer", 'organizer = "BKPSDM Kabupaten Contoh"\n', "", "add `organizer`");
bad("no-categories", "no categories", 'categories = ["pns", "pppk", "kepala-desa"]\n', "", "add `categories`");
bad("no-code-edition", "codes without their edition", 'code_edition = "Kepmendagri 300.2.2-2430 Tahun 2025"\n', "", "add `code_edition`");
bad("no-title-id", "a title in English only", '[title]\nid = "Ikrar Netralitas"\n', "«[title]\n", "add `id`");
bad("no-opening", "no opening", '[pledge]\nopening = { id = "Kami berikrar:", en = "We pledge:" }\n', "«[pledge]\n", "add `opening`");
bad("no-full", "a clause without its text", 'full = { id = "Kami tidak ikut serta dalam kampanye." }\n', "", "add `full`");
bad("no-instrument-type", "an instrument without a type", 'type = "Instruksi"\n', 'subject = "Netralitas"\n', "add `type`");
bad("no-unit-name", "a unit without a name", 'name = "OPD contoh 1"\n', "", "add `name`");

// unknown keys
bad("unknown-key", "an unknown key", "[title]\n", '[title]\n«fr = "Serment"\n', "`fr` is not a key of `title`");
bad("unknown-root-key", "an unknown key at the top", 'occasion = "upacara"', '«ocasion = "upacara"\noccasion = "upacara"', "`ocasion` is not a key");
bad("unknown-table", "an unknown table", "[title]", "[«logo]\nfile = 1\n\n[title]", "`logo` is not a key");
bad("unknown-clause-key", "an unknown key of a clause", 'full = { id = "Kami tidak', '«number = 1\nfull = { id = "Kami tidak', "`number` is not a key of this one of `clauses`");
bad("unknown-unit-key", "an unknown key of a unit", 'code = "73.05"\n', 'code = "73.05"\n«head = "x"\n', "`head` is not a key of this one of `units`");

// types
bad("id-number", "an id that is a number", 'id = "contoh-1"', "id = «1", "write it in quotes");
bad("example-text", "example as text", "example = true", 'example = «"true"', "true or false");
bad("title-text", "a title that is text", '[title]\nid = "Ikrar Netralitas"\nen = "Pledge of Neutrality"\n', "", "add `title`");
bad("date-text", "a date in quotes", "date = 2023-09-19", 'date = «"2023-09-19"', "without quotes");
bad("date-with-time", "a date with a time", "date = 2023-09-19", "date = «2023-09-19T08:00:00", "is a date");
bad("date-empty", "an empty date", "effective = 2023-09-01", 'effective = «""', "leave it out");
bad("time-text", "a time in quotes", "time = 08:00:00", 'time = «"08:00"', "is a time");
bad("time-seconds", "a time with seconds", "time = 08:00:00", "time = «08:00:30", "is a time");
bad("categories-text", "categories as text", 'categories = ["pns", "pppk", "kepala-desa"]', 'categories = «"pns"', "is a list");
bad("category-number", "a category that is a number", '["pns", "pppk", "kepala-desa"]', '["pns", «1]', "holds text");
bad("observers-table", "one observer as a table", '[[observers]]\npost = "Forkopimda"\nrole = "Hadir"\n', '«[observers]\npost = "Forkopimda"\n', "is a list");

// dates that are none
bad("date-30-february", "30 February", "date = 2023-09-18", "date = 2023-02-30", "");
bad("date-29-february-2023", "29 February in a common year", "date = 2023-09-18", "date = 2023-02-29", "");
bad("date-month-13", "month 13", "date = 2023-09-18", "date = 2023-13-01", "");
bad("time-25", "25 o'clock", "time = 08:00:00", "time = 25:00:00", "");

// empty things
bad("organizer-blank", "an organizer of spaces", '"BKPSDM Kabupaten Contoh"', '«"   "', "fill it in");
bad("opening-empty", "an empty opening", '"Kami berikrar:"', '«""', "fill it in");
bad("clause-blank", "a clause of line breaks", '"Kami tidak ikut serta dalam kampanye."', '«"""\n \n"""', "fill it in");
bad("categories-empty", "no category", '["pns", "pppk", "kepala-desa"]', "«[]", "one at least");

// ids and words
bad("id-capital", "an id with a capital", '"contoh-1"', '«"Contoh-1"', "a-z, 0-9");
bad("id-33", "an id of 33 characters", '"contoh-1"', `«"${"a".repeat(33)}"`, "1 to 32");
bad("id-slash", "an id with a slash", '"contoh-1"', '«"contoh/1"', "a-z, 0-9");
bad("occasion", "another occasion", '"upacara"', '«"acara"', "kegiatan");
bad("zone-unknown", "another zone", '"Asia/Makassar"', '«"Asia/Singapore"', "Asia/Jayapura");
bad("zone-abbreviation", "a zone's abbreviation", '"Asia/Makassar"', '«"WITA"', "Asia/Makassar");
bad("category-unknown", "an unknown category", '"pppk", "kepala-desa"', '«"pejabat"', "no category");
bad("category-capital", "a category in capitals", '["pns"', '[«"PNS"', "no category");
bad("category-twice", "a category twice", '"pppk", "kepala-desa"', '«"pns"', "twice");
bad("domain-capital", "a domain with a capital", '"contoh.example"', '«"Contoh.example"', "lower-case");
bad("domain-idn", "a domain that is not ASCII", '"contoh.example"', '«"contoh\u00e9.example"', "lower-case");
bad("domain-no-dot", "a domain without a dot", '"contoh.example"', '«"contoh"', "a dot");
bad("domain-hyphen", "a label that begins with a hyphen", '"contoh.example"', '«"-contoh.example"', "host name");
bad("domain-empty-label", "an empty label", '"contoh.example"', '«"contoh..example"', "host name");
bad("domain-end-dot", "a domain that ends in a dot", '"contoh.example"', '«"contoh.example."', "host name");
bad("domain-175", "a domain of 175 characters", '"contoh.example"', `«"${"a.".repeat(87)}b"`, "174");
bad("phone", "a phone number with a word", '"+62 (411) 000-000"', '«"telepon 1"', "digits, spaces");

// verify_url
const url = '"https://periksa.contoh.example/IKRAR"';
bad("url-http", "http", url, '«"http://periksa.contoh.example/IKRAR"', "https://");
bad("url-upper-scheme", "an upper-case scheme", url, '«"HTTPS://periksa.contoh.example/IKRAR"', "https://");
bad("url-upper-host", "an upper-case host", url, '«"https://Periksa.contoh.example/IKRAR"', "lower-case host");
bad("url-lower-path", "a lower-case path", url, '«"https://periksa.contoh.example/ikrar"', "path of A-Z");
bad("url-query", "a query", url, '«"https://periksa.contoh.example/IKRAR?R=1"', "path of A-Z");
bad("url-fragment", "a fragment", url, '«"https://periksa.contoh.example/IKRAR#"', "path of A-Z");
bad("url-port", "a port", url, '«"https://periksa.contoh.example:8443/"', "lower-case host");
bad("url-user", "a user", url, '«"https://a@contoh.example/"', "lower-case host");
bad("url-no-host", "no host", url, '«"https:///IKRAR"', "lower-case host");
bad("url-61", "61 characters", url, `«"https://periksa.contoh.example/${"A".repeat(30)}"`, "60 characters");

// texts
bad("title-lines", "a title of two lines", '"Ikrar Netralitas"', '«"Ikrar\\nNetralitas"', "line breaks");
bad("organizer-bell", "a control character", '"BKPSDM Kabupaten Contoh"', '«"BKPSDM\\u0007"', "control characters");
bad("organizer-c1", "a control character of Latin-1", '"BKPSDM Kabupaten Contoh"', '«"BKPSDM\\u0085"', "control characters");
bad("organizer-override", "a character that turns the direction of writing", '"BKPSDM Kabupaten Contoh"', '«"BKPSDM\\u202Ehotnoc\\u202C"', "control characters");
bad("organizer-isolate", "a character that begins a text of another direction", '"BKPSDM Kabupaten Contoh"', '«"BKPSDM\\u2067hotnoc\\u2069"', "control characters");
bad("organizer-separator", "a line separator of Unicode", '"BKPSDM Kabupaten Contoh"', '«"BKPSDM\\u2028Contoh"', "control characters");
bad("short-121", "a short form of 121 characters", '{ id = "Tidak ikut kampanye"', `«{ id = "${"\u00e9".repeat(121)}"`, "120 characters");

// sessions
bad("session-same-name", "two sessions of one name", '"Sesi susulan"', '«"Sesi utama"', "a name of its own");
bad("session-unnamed", "one of two sessions without a name", 'name = "Sesi susulan"\n', 'place = "Balai desa"\n', "name each");

// units
bad("unit-same-id", "two units of one id", 'id = "desa-1"', 'id = «"opd-1"', "an earlier unit");
bad("unit-parent-unknown", "a parent that is not there", 'parent = "opd-1"', 'parent = «"opd-2"', "no unit before");
bad("unit-parent-after", "a parent after its child", 'parent = "kabupaten"', 'parent = «"desa-1"', "no unit before");
bad("unit-parent-self", "a unit that is its own parent", 'parent = "opd-1"', 'parent = «"desa-1"', "no unit before");
bad("unit-id-space", "an id with a space", 'id = "opd-1"', 'id = «"opd 1"', "a-z, 0-9");
bad("code-no-dots", "a code without dots", '"73.05.01.2003"', '«"7305012003"', "73.05.01.2003");
bad("code-kind-4", "a village code that begins with 4", '"73.05.01.2003"', '«"73.05.01.4003"', "73.05.01.2003");
bad("code-short", "a code with a short part", '"73.05.01.2003"', '«"73.05.1"', "73.05.01.2003");
bad("code-end-dot", "a code that ends in a dot", '"73.05.01.2003"', '«"73.05."', "73.05.01.2003");
bad("code-elsewhere", "a code of another regency than the unit above", '"73.05.01.2003"', '«"73.06.01.2003"', "does not lie in");
bad("code-same-as-above", "the code of the unit above", '"73.05.01.2003"', '«"73.05"', "does not lie in");

// people
bad("person-nobody", "a person without name and post", 'post = "Forkopimda"\n', "", "a `name` or a `post`");

// TOML itself
bad("toml-unquoted", "a string without quotes", 'id = "contoh-1"', "id = contoh-1", "");
bad("toml-key-twice", "a key twice", 'occasion = "upacara"', 'occasion = "upacara"\noccasion = "upacara"', "");
bad("toml-table-twice", "a table twice", "[contact]", "[title]\nid = 1\n\n[contact]", "");
bad("toml-open-string", "a string without an end", '"contoh-1"', '"contoh-1', "");
bad("toml-dotted-keys", "a line of dotted keys", 'example = true', `${"a.".repeat(16)}a«.a = true`, "dotted keys");
bad("toml-nested", "arrays nested 300 deep", "example = true", `example = ${"[".repeat(300)}${"]".repeat(300)}`, "");

function placeOf(text, at) {
    const lines = text.slice(0, at).split("\n");
    return { line: lines.length, column: [...lines.at(-1)].length + 1 };
}

export function negativeCeremonies() {
    return cases.map(({ name, desc, from, to, says }) => {
        if (!sampleCeremony.includes(from)) throw new Error(`${name}: nothing to replace`);
        const marked = sampleCeremony.replace(from, () => to);
        const mark = marked.indexOf("«");
        const toml = marked.replace("«", "");
        if (toml === sampleCeremony) throw new Error(`${name}: no mutation`);
        const place = mark < 0 ? {} : placeOf(marked, mark);
        return { name, desc, toml, line: place.line, column: place.column, says };
    });
}
