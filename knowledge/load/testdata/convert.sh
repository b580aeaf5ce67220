#!/bin/sh
# convert.sh MARKDOWN OUT: turns each .md file in the folder MARKDOWN into the same
# page in every format that is read here: OUT/md, OUT/html, OUT/docx, OUT/rst and
# OUT/pdf; and into OUT/text what pdftotext reads of the PDF. Then
#
#	go test ./knowledge/load -run TestConverted -converted OUT -v
#
# compares the documents that are made of them. Front matter is left out, and so are
# pictures, some of which would be fetched. Pandoc reads the Markdown once, as
# GitHub's with the HTML in it; all other formats are made of the HTML that comes of
# that. A browser prints the PDF, with the date, the title and the address that it
# puts on the margins, which pdftotext leaves out.
set -eu

for tool in pandoc perl chromium pdftotext; do
	command -v "$tool" >/dev/null || { echo "SKIPPED: $tool is not here"; exit 0; }
done
[ $# -eq 2 ] || { sed -n '2,4s/^# //p' "$0"; exit 2; }
out=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cd "$1"
find . -name '*.md' | sort | while read -r file; do
	name=${file#./} name=${name%.md}
	for format in md html docx rst pdf text; do mkdir -p "$out/$format/$(dirname "$name")"; done
	awk 'NR == 1 && /^---[ \t\r]*$/ { front = 1; next } front && /^---[ \t\r]*$/ { front = 0; next } !front' "$file" >"$out/md/$name.md"
	pandoc -f gfm -t html --wrap=none "$out/md/$name.md" |
		perl -0pe 's/<(img|iframe|video|link)\b[^>]*>//g' |
		pandoc -f html -t html -s --wrap=none --metadata title= --metadata pagetitle="$(basename "$name")" -o "$out/html/$name.html"
	pandoc -f html -t docx --metadata title= -o "$out/docx/$name.docx" "$out/html/$name.html"
	pandoc -f html -t rst --columns=300 -o "$out/rst/$name.rst" "$out/html/$name.html"
	cp "$out/html/$name.html" "$work/page.html"
	chromium --headless --no-sandbox --disable-gpu --disable-background-networking --user-data-dir="$work/profile" \
		${CHROMIUM_FLAGS:-} --print-to-pdf="$out/pdf/$name.pdf" "$work/page.html" 2>/dev/null </dev/null
	pdftotext -x 0 -y 30 -W 612 -H 732 "$out/pdf/$name.pdf" "$out/text/$name.txt"
done
