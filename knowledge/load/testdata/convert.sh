#!/bin/sh
# convert.sh MARKDOWN OUT: turns each .md file in the folder MARKDOWN into the same
# page in every format that is read here: OUT/html, OUT/docx, OUT/rst, OUT/pdf; and
# into OUT/text what pdftotext reads of the PDF. Then
#
#	go test ./knowledge/load -run TestConverted -converted OUT -v
#
# compares the documents that are made of them. Front matter is left out. Pandoc
# reads the Markdown once, as GitHub's; all other formats are made of its HTML, in
# which HTML that stands in Markdown is still there, but for pictures: some would be
# fetched. A browser prints the PDF, with
# the date, title and address that it puts on the margins; pdftotext leaves those out.
set -eu

for tool in pandoc perl chromium pdftotext; do
	command -v "$tool" >/dev/null || { echo "SKIPPED: $tool is not here"; exit 0; }
done
[ $# -eq 2 ] || { sed -n '2,4s/^# //p' "$0"; exit 2; }
from=$1 out=$2
page=$(mktemp -d)
trap 'rm -rf "$page"' EXIT

cd "$from"
find . -name '*.md' | sort | while read -r file; do
	name=${file#./} name=${name%.md}
	for format in html docx rst pdf text; do mkdir -p "$out/$format/$(dirname "$name")"; done
	awk 'NR == 1 && /^---[ \t\r]*$/ { front = 1; next } front && /^---[ \t\r]*$/ { front = 0; next } !front' "$file" |
		pandoc -f gfm -t html -s --wrap=none --metadata pagetitle="$(basename "$name")" |
		perl -0pe 's/<(img|iframe|video|script|link)\b[^>]*>//g' >"$out/html/$name.html"
	pandoc -f html -t docx -o "$out/docx/$name.docx" "$out/html/$name.html"
	pandoc -f html -t rst --columns=100 -o "$out/rst/$name.rst" "$out/html/$name.html"
	cp "$out/html/$name.html" "$page/page.html"
	chromium --headless --no-sandbox --disable-gpu --disable-background-networking ${TAGGING:-} \
		--print-to-pdf="$out/pdf/$name.pdf" "$page/page.html" 2>/dev/null </dev/null
	pdftotext -x 0 -y 30 -W 612 -H 732 "$out/pdf/$name.pdf" "$out/text/$name.txt"
done
