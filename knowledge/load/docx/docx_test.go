package docx_test

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/docx"
)

const (
	word   = `xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"`
	spaces = word + ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"` +
		` xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"` +
		` xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"`
)

const styles = `<w:styles ` + word + `>
<w:style w:type="paragraph" w:default="1" w:styleId="Standard"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/><w:basedOn w:val="Standard"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="Heading 2"/></w:style>
<w:style w:type="paragraph" w:styleId="Chapter"><w:name w:val="Our chapter"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/></w:style>
<w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Code"><w:name w:val="HTML Preformatted"/></w:style>
<w:style w:type="paragraph" w:styleId="Term"><w:name w:val="Definition Term"/></w:style>
<w:style w:type="paragraph" w:styleId="Means"><w:name w:val="Definition"/></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bullet2"><w:name w:val="List Bullet 2"/><w:pPr><w:numPr><w:numId w:val="5"/></w:numPr><w:ind w:left="643"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Set"><w:name w:val="Set in"/><w:pPr><w:ind w:left="200"/></w:pPr></w:style>
<w:style w:type="character" w:styleId="Fett"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Round"><w:name w:val="Round"/><w:basedOn w:val="Trip"/></w:style>
<w:style w:type="paragraph" w:styleId="Trip"><w:name w:val="Trip"/><w:basedOn w:val="Round"/></w:style>
</w:styles>`

const numbering = `<w:numbering ` + word + `>
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:pPr><w:ind w:left="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:numFmt w:val="bullet"/><w:lvlText w:val="o"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="1">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:pPr><w:ind w:left="360"/></w:pPr></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/><w:pPr><w:ind w:left="720"/></w:pPr></w:lvl>
</w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val=" "/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num>
</w:numbering>`

const footnotes = `<w:footnotes ` + spaces + `>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Before tax.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p></w:footnote>
</w:footnotes>`

const relations = `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/>
<Relationship Id="r2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering" Target="/word/numbering.xml"/>
<Relationship Id="r3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes" Target="footnotes.xml"/>
<Relationship Id="r4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" Target="https://example.org/pay" TargetMode="External"/>
</Relationships>`

// parts are the parts of a document with this body, and any others given.
func parts(body string, more map[string]string) map[string]string {
	all := map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
		"_rels/.rels": `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
			`<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
		"word/_rels/document.xml.rels": relations,
		"word/styles.xml":              styles,
		"word/numbering.xml":           numbering,
		"word/footnotes.xml":           footnotes,
		"word/document.xml":            `<w:document ` + spaces + `><w:body>` + body + `<w:sectPr/></w:body></w:document>`,
	}
	for name, part := range more {
		all[name] = part
	}
	return all
}

func pack(t testing.TB, parts map[string]string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name})
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// p is a paragraph in a style with runs of text; a run that begins with < is XML.
func p(style string, runs ...string) string { return props(`<w:pStyle w:val="`+style+`"/>`, runs...) }

func props(pPr string, runs ...string) string {
	var b strings.Builder
	b.WriteString("<w:p><w:pPr>" + pPr + "</w:pPr>")
	for _, r := range runs {
		if !strings.HasPrefix(r, "<") {
			r = `<w:r><w:t xml:space="preserve">` + r + "</w:t></w:r>"
		}
		b.WriteString(r)
	}
	return b.String() + "</w:p>"
}

// item is a paragraph of list num.
func item(num, depth, text string) string {
	return props(`<w:numPr><w:ilvl w:val="`+depth+`"/><w:numId w:val="`+num+`"/></w:numPr>`, text)
}

// shown is the body of a tree, with one line for each block.
func shown(t testing.TB, page *html.Node) string {
	t.Helper()
	var b strings.Builder
	if err := html.Render(&b, page); err != nil {
		t.Fatal(err)
	}
	_, s, _ := strings.Cut(b.String(), "<body>")
	s = strings.TrimSuffix(s, "</body></html>")
	for _, end := range []string{"</p>", "</h1>", "</h2>", "</h3>", "</li>", "</ul>", "</ol>", "</tr>", "</table>", "</pre>", "</blockquote>", "</aside>", "</dl>", "<ul>", "<ol>"} {
		s = strings.ReplaceAll(s, end, end+"\n")
	}
	return s
}

func TestConstructs(t *testing.T) {
	for _, c := range []struct{ name, body, want string }{
		{"headings of any language, by style, what it is based on, or level",
			p("berschrift1", "Pilots") + p("berschrift2", "Pay") + p("Chapter", "Ships") + props(`<w:outlineLvl w:val="1"/>`, "Tugs") +
				props(`<w:pStyle w:val="berschrift1"/><w:outlineLvl w:val="9"/>`, "Text.") + p("Round", "Text."),
			"<h1>Pilots</h1>\n<h2>Pay</h2>\n<h1>Ships</h1>\n<h2>Tugs</h2>\n<p>Text.</p>\n<p>Text.</p>\n"},
		{"a title stands above the headings", p("Titel", "Handbook") + p("berschrift1", "Pay"), "<h1>Handbook</h1>\n<h2>Pay</h2>\n"},
		{"a title further down is one of them", p("berschrift1", "Pay") + p("Titel", "Part two") + p("berschrift1", "Leave"), "<h1>Pay</h1>\n<h1>Part two</h1>\n<h1>Leave</h1>\n"},
		{"a bold heading", p("berschrift1", `<w:r><w:rPr><w:b/></w:rPr><w:t>Pay</w:t></w:r>`), "<h1>Pay</h1>\n"},
		{"runs", p("", "A pi", "lot ", `<w:r><w:rPr><w:b/></w:rPr><w:t>gui</w:t></w:r>`, `<w:r><w:rPr><w:rStyle w:val="Fett"/></w:rPr><w:t>des</w:t></w:r>`, `<w:r><w:rPr><w:b w:val="0"/></w:rPr><w:t> ships</w:t></w:r>`,
			`<w:r><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t><w:noBreakHyphen/><w:t>c</w:t><w:softHyphen/><w:sym w:font="X" w:char="2192"/><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>`),
			"<p>A pilot <strong>guides</strong> ships<br/>a\tb‑c→</p>\n"},
		{"raised text", p("", "n", `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>2</w:t></w:r>`, ` of H`, `<w:r><w:rPr><w:vertAlign w:val="subscript"/></w:rPr><w:t>2</w:t></w:r>`, "O"),
			"<p>n<sup>2</sup> of H<sub>2</sub>O</p>\n"},
		{"hidden text", p("", "Seen", `<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>`), "<p>Seen</p>\n"},
		{"tracked changes", p("", "They earn ", `<w:del><w:r><w:delText>40</w:delText></w:r></w:del>`, `<w:ins><w:r><w:t>50</w:t></w:r></w:ins>`, `<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom>`,
			`<w:moveTo><w:r><w:t> a day</w:t></w:r></w:moveTo>`, `<w:commentRangeStart/><w:r><w:commentReference w:id="1"/></w:r>`),
			"<p>They earn 50 a day</p>\n"},
		{"fields", p("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE \* x</w:instrText><w:t>no</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>result</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
			`<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>XE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`, ` and `, `<w:fldSimple w:instr="DATE"><w:r><w:t>May</w:t></w:r></w:fldSimple>`),
			"<p>result and May</p>\n"},
		{"an open field loses nothing below", p("", `<w:r><w:fldChar w:fldCharType="begin"/></w:r>`) + p("", "Text."), "<p>Text.</p>\n"},
		{"links", p("", "See ", `<w:hyperlink r:id="r4"><w:r><w:t>pay</w:t></w:r></w:hyperlink>`, ` and `, `<w:hyperlink w:anchor="leave"><w:r><w:t>leave</w:t></w:r></w:hyperlink>`, `<w:hyperlink r:id="none"><w:r><w:t>.</w:t></w:r></w:hyperlink>`),
			`<p>See <a href="https://example.org/pay">pay</a> and <a href="#leave">leave</a>.</p>` + "\n"},
		{"content controls and smart tags", `<w:sdt><w:sdtPr/><w:sdtContent>` + p("", `<w:smartTag><w:r><w:t>In</w:t></w:r></w:smartTag>`, `<w:sdt><w:sdtContent><w:r><w:t> them</w:t></w:r></w:sdtContent></w:sdt>`,
			`<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here.</w:t></w:r></w:sdtContent></w:sdt>`) + `</w:sdtContent></w:sdt>`,
			"<p>In them</p>\n"},
		{"formulas and ruby", p("", `<m:oMath><m:r><m:t>a=b</m:t></m:r></m:oMath>`, `<w:r><w:ruby><w:rt><w:r><w:t>きゅう</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>給</w:t></w:r></w:rubyBase></w:ruby></w:r>`), "<p>a=b給</p>\n"},
		{"contents", p("Verzeichnis1", "Pay", `<w:r><w:tab/><w:t>3</w:t></w:r>`) +
			`<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>` + p("", "Contents") + `</w:sdtContent></w:sdt>` + p("", "Text."), "<p>Text.</p>\n"},
		{"footnotes", p("", "They earn 50", `<w:r><w:footnoteReference w:id="1"/></w:r>`, ".") + p("", "More", `<w:r><w:footnoteReference w:id="1"/><w:endnoteReference w:id="9"/></w:r>`), "<p>They earn 50.</p>\n<p> Before tax.</p>\n<p>More</p>\n"},
		{"text boxes", p("", "Text.", `<w:r><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent>`+p("", "Box.")+`</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>`+p("", "Box.")+`</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`),
			"<p>Text.</p>\n<aside><p>Box.</p>\n</aside>\n"},
		{"code and quotations", p("Code", `<w:r><w:t>a</w:t><w:br/><w:tab/><w:t>b</w:t></w:r>`) + p("Code", "c") + p("Zitat", "One.") + p("Zitat", "Two."),
			"<pre>a\n\tb\nc</pre>\n<blockquote><p>One.</p>\n<p>Two.</p>\n</blockquote>\n"},
		{"definitions", p("Term", "Pilot") + p("Means", "Guides.") + p("Means", "Ships.") + p("Term", "Tug") + p("Means", "Pulls."), "<dl><dt>Pilot</dt><dd><p>Guides.</p>\n<p>Ships.</p>\n</dd><dt>Tug</dt><dd><p>Pulls.</p>\n</dd></dl>\n"},
		{"lists in lists", item("1", "0", "a") + item("1", "1", "b") + item("2", "1", "1") + item("1", "0", "c"),
			"<ul>\n<li><p>a</p>\n<ul>\n<li><p>b</p>\n</li>\n</ul>\n<ol>\n<li><p>1</p>\n</li>\n</ol>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n"},
		{"a list of another number that is indented stands inside", item("2", "0", "a") + p("Bullet2", "b") + item("2", "0", "c"),
			"<ol>\n<li><p>a</p>\n<ul>\n<li><p>b</p>\n</li>\n</ul>\n</li>\n<li><p>c</p>\n</li>\n</ol>\n"},
		{"lists by style", p("Bullet", "a") + p("Bullet2", "b") + p("Bullet", "c"), "<ul>\n<li><p>a</p>\n<ul>\n<li><p>b</p>\n</li>\n</ul>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n"},
		{"numbers go on, and begin anew", item("2", "0", "a") + item("2", "1", "b") + p("", "Text.") + item("2", "0", "c") + item("2", "1", "d") + p("berschrift1", "Pay") + item("3", "0", "e") + item("2", "0", "f"),
			"<ol>\n<li><p>a</p>\n<ol>\n<li><p>b</p>\n</li>\n</ol>\n</li>\n</ol>\n<p>Text.</p>\n<ol start=\"2\"><li><p>c</p>\n<ol>\n<li><p>d</p>\n</li>\n</ol>\n</li>\n</ol>\n<h1>Pay</h1>\n<ol start=\"7\"><li><p>e</p>\n</li>\n</ol>\n<ol start=\"3\"><li><p>f</p>\n</li>\n</ol>\n"},
		{"what goes on with an item", item("1", "0", "a") + props(`<w:ind w:left="360"/>`, "Indented.") + item("4", "0", "No mark.") + item("1", "0", "b") + p("", "Text."),
			"<ul>\n<li><p>a</p>\n<p>Indented.</p>\n<p>No mark.</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n<p>Text.</p>\n"},
		{"an item's indent is that of its list, whatever its style has", item("1", "0", "a") + props(`<w:pStyle w:val="Set"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="5"/></w:numPr>`, "b") + item("1", "0", "c"),
			"<ul>\n<li><p>a</p>\n<ul>\n<li><p>b</p>\n</li>\n</ul>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n"},
		{"an item of no list", props(`<w:numPr><w:numId w:val="0"/></w:numPr>`, "a") + item("99", "0", "b") + item("1", "77", "c"), "<p>a</p>\n<p>b</p>\n<p>c</p>\n"},
		{"tables", `<w:tbl><w:tblPr/><w:tr><w:trPr><w:tblHeader/></w:trPr>` + cell("", "Years") + cell(`<w:gridSpan w:val="2"/>`, "Pay") + `</w:tr>` +
			`<w:tr>` + cell(`<w:vMerge w:val="restart"/>`, "1") + cell("", "40") + cell("", "50") + `</w:tr>` +
			`<w:tr>` + cell(`<w:vMerge/>`, "") + cell("", "60") + `<w:sdt><w:sdtContent>` + cell("", "70") + `</w:sdtContent></w:sdt></w:tr>` +
			`<w:tr><w:trPr><w:del/></w:trPr>` + cell("", "gone") + `</w:tr>` +
			`<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>` + cell("", "80") + cell("", "90") + `</w:tr></w:tbl>`,
			`<table><thead><tr><th><p>Years</p>` + "\n" + `</th><th colspan="2"><p>Pay</p>` + "\n</th></tr>\n</thead><tbody>" +
				`<tr><td rowspan="2"><p>1</p>` + "\n</td><td><p>40</p>\n</td><td><p>50</p>\n</td></tr>\n" +
				"<tr><td><p>60</p>\n</td><td><p>70</p>\n</td></tr>\n" +
				"<tr><td></td><td><p>80</p>\n</td><td><p>90</p>\n</td></tr>\n</tbody></table>\n"},
		{"a frame of one cell", `<w:tbl><w:tr>` + cell("", "Mind the gap.") + `</w:tr></w:tbl>`, "<aside><p>Mind the gap.</p>\n</aside>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			page, err := docx.Tree(pack(t, parts(c.body, nil)))
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, shown(t, page)); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func cell(props, text string) string {
	return `<w:tc><w:tcPr>` + props + `</w:tcPr>` + p("", text) + `</w:tc>`
}

// These are the namespaces of strict documents, and an unusual prefix.
func TestStrictDocument(t *testing.T) {
	text := `<x:document xmlns:x="http://purl.oclc.org/ooxml/wordprocessingml/main"><x:body><x:p><x:pPr><x:pStyle x:val="berschrift1"/></x:pPr><x:r><x:t>Pay</x:t></x:r></x:p></x:body></x:document>`
	page, err := docx.Tree(pack(t, parts("", map[string]string{"word/document.xml": text})))
	if err != nil {
		t.Fatal(err)
	}
	if got := shown(t, page); got != "<h1>Pay</h1>\n" {
		t.Errorf("read %q", got)
	}
}
