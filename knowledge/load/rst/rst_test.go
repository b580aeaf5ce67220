package rst_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/net/html"

	"careeradvisor/knowledge/load/rst"
)

// shown is the body of a page, with one line for each block.
func shown(t testing.TB, page *html.Node) string {
	t.Helper()
	var b strings.Builder
	if err := html.Render(&b, page); err != nil {
		t.Fatal(err)
	}
	_, s, _ := strings.Cut(b.String(), "<body>")
	s = strings.TrimSuffix(s, "</body></html>")
	for _, end := range []string{"</p>", "</h1>", "</h2>", "</h3>", "</li>", "</ul>", "</ol>", "</tr>", "</table>", "</pre>", "</blockquote>", "</aside>", "</details>", "</dl>", "</dd>", "<ul>", "<ol>"} {
		s = strings.ReplaceAll(s, end, end+"\n")
	}
	return s
}

func read(t testing.TB, text string) string {
	t.Helper()
	page, err := rst.Tree([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return shown(t, page)
}

func TestBlocks(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"sections by the order of their adornments",
			"======\nPilots\n======\n\nPay\n---\n\nText.\n\nCrew\n~~~~\n\nLeave\n-----\n\n====\nTugs\n====\n",
			"<h1>Pilots</h1>\n<h2>Pay</h2>\n<p>Text.</p>\n<h3>Crew</h3>\n<h2>Leave</h2>\n<h1>Tugs</h1>\n"},
		{"a short underline, and one too short", "Harbour pilots\n====\n\nHarbour tugs\n---\n", "<h1>Harbour pilots</h1>\n<p>Harbour tugs\n---</p>\n"},
		{"a transition", "Text.\n\n----\n\nMore.\n", "<p>Text.</p>\n<p>More.</p>\n"},
		{"bullets in bullets", "- a\n  goes on\n\n  Indented.\n\n  * b\n\n  * c\n- d\n\n+ e\n", "<ul>\n<li><p>a\ngoes on</p>\n<p>Indented.</p>\n<ul>\n<li><p>b</p>\n</li>\n<li><p>c</p>\n</li>\n</ul>\n</li>\n<li><p>d</p>\n</li>\n</ul>\n<ul>\n<li><p>e</p>\n</li>\n</ul>\n"},
		{"numbers", "1. a\n2. b\n\n   a) c\n   b) d\n3. e\n\n(i) f\n(ii) g\n\n#. h\n#. i\n\n5. j\n7. k\n", "<ol>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<ol>\n<li><p>c</p>\n</li>\n<li><p>d</p>\n</li>\n</ol>\n</li>\n<li><p>e</p>\n</li>\n</ol>\n" +
			"<ol>\n<li><p>f</p>\n</li>\n<li><p>g</p>\n</li>\n</ol>\n<ol>\n<li><p>h</p>\n</li>\n<li><p>i</p>\n</li>\n</ol>\n<ol start=\"5\"><li><p>j</p>\n</li>\n</ol>\n<ol start=\"7\"><li><p>k</p>\n</li>\n</ol>\n"},
		{"an initial is no number", "A. Einstein was\na physicist.\n", "<p>A. Einstein was\na physicist.</p>\n"},
		{"letters up to i", "h. a\ni. b\n", "<ol start=\"8\"><li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>\n"},
		{"definitions", "Pilot\n  Guides ships.\n\nTug : boat\n  Pulls.\n\n  - a\n\nText.\n", "<dl><dt>Pilot</dt><dd><p>Guides ships.</p>\n</dd>\n<dt>Tug : boat</dt><dd><p>Pulls.</p>\n<ul>\n<li><p>a</p>\n</li>\n</ul>\n</dd>\n</dl>\n<p>Text.</p>\n"},
		{"fields, but not those before anything else", ":orphan:\n:author: Ann\n\nPay\n===\n\n:Junior: 40\n:Senior pilot: 90,\n  or more\n:Empty:\n", "<h1>Pay</h1>\n<dl><dt>Junior</dt><dd><p>40</p>\n</dd>\n<dt>Senior pilot</dt><dd><p>90,\nor more</p>\n</dd>\n</dl>\n"},
		{"options", "-a, --all  Show all.\n--file=NAME\n           Write there,\n           and stop.\n", "<dl><dt>-a, --all</dt><dd><p>Show all.</p>\n</dd>\n<dt>--file=NAME</dt><dd><p>Write there,\nand stop.</p>\n</dd>\n</dl>\n"},
		{"literal blocks", "So::\n\n  a\n    b\n\n  c\n\nQuoted: ::\n\n> a\n> b\n\n::\n\n  d\n\nText.\n", "<p>So:</p>\n<pre>a\n  b\n\nc</pre>\n<p>Quoted: </p>\n<pre>&gt; a\n&gt; b</pre>\n<pre>d</pre>\n<p>Text.</p>\n"},
		{"doctest", ">>> 1 + 1\n2\n\nText.\n", "<pre>&gt;&gt;&gt; 1 + 1\n2</pre>\n<p>Text.</p>\n"},
		{"quotations", "Text.\n\n  Said so.\n\n    Again.\n", "<p>Text.</p>\n<blockquote><p>Said so.</p>\n<blockquote><p>Again.</p>\n</blockquote>\n</blockquote>\n"},
		{"line blocks", "| One\n| two\n  goes on\n|\n| *three*\n", "<p>One<br/>two goes on<br/><br/>three</p>\n"},
		{"a grid with spans", "+------+-----------+\n| Years| Pay       |\n|      +-----+-----+\n|      | min | max |\n+======+=====+=====+\n| 1    | 40  | - a |\n+------+-----+ - b |\n| 2    | 50  |     |\n+------+-----+-----+\n",
			"<table><thead><tr><th rowspan=\"2\"><p>Years</p>\n</th><th colspan=\"2\"><p>Pay</p>\n</th></tr>\n<tr><th><p>min</p>\n</th><th><p>max</p>\n</th></tr>\n</thead><tbody>" +
				"<tr><td><p>1</p>\n</td><td><p>40</p>\n</td><td rowspan=\"2\"><ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n</td></tr>\n<tr><td><p>2</p>\n</td><td><p>50</p>\n</td></tr>\n</tbody></table>\n"},
		{"a grid of wide characters", "+------+----+\n| 給与 | 40 |\n+------+----+\n", "<table><tbody><tr><td><p>給与</p>\n</td><td><p>40</p>\n</td></tr>\n</tbody></table>\n"},
		{"a simple table", "=====  =====  ======\n   Inputs     Output\n------------  ------\nA      B      A or B\n=====  =====  ======\nNo     No     No,\n              never\nYes           Yes and more\n=====  =====  ======\n",
			"<table><thead><tr><th colspan=\"2\"><p>Inputs</p>\n</th><th><p>Output</p>\n</th></tr>\n<tr><th><p>A</p>\n</th><th><p>B</p>\n</th><th><p>A or B</p>\n</th></tr>\n</thead><tbody>" +
				"<tr><td><p>No</p>\n</td><td><p>No</p>\n</td><td><p>No,\nnever</p>\n</td></tr>\n<tr><td><p>Yes</p>\n</td><td></td><td><p>Yes and more</p>\n</td></tr>\n</tbody></table>\n"},
		{"a simple table without a head", "== ===\n1  40\n\n2  50\n== ===\n", "<table><tbody><tr><td><p>1</p>\n</td><td><p>40</p>\n</td></tr>\n<tr><td><p>2</p>\n</td><td><p>50</p>\n</td></tr>\n</tbody></table>\n"},
		{"comments, targets and names", ".. A comment\n   of two lines.\n\n..\n\n  Quoted.\n\n.. _pay:\n\n.. |tpm| replace:: technical product\n   manager\n\n__ https://example.org\n\nA |tpm| and |other|.\n", "<blockquote><p>Quoted.</p>\n</blockquote>\n<p>A technical product manager and |other|.</p>\n"},
		{"footnotes and citations", "They earn 90 [1]_, or [#]_ so [Ann20]_.\n\n.. [1] Before tax.\n\n   And after.\n.. [#] More.\n", "<p>They earn 90, or so [Ann20].</p>\n<p>Before tax.</p>\n<p>And after.</p>\n<p>More.</p>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(t, c.text)); diff != "" {
				t.Errorf("read\n%s\n(-want +got)\n%s", c.text, diff)
			}
		})
	}
}

func TestDirectives(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"admonitions", ".. note:: Wear boots,\n   always.\n\n   - a\n\n.. warning::\n   :class: x\n\n   Mind.\n\n.. admonition:: Expert *tip*\n\n   Look.\n", "<aside><p>Wear boots,\nalways.</p>\n<ul>\n<li><p>a</p>\n</li>\n</ul>\n</aside>\n<aside><p>Mind.</p>\n</aside>\n<aside><p><strong>Expert tip</strong></p>\n<p>Look.</p>\n</aside>\n"},
		{"code", ".. code-block:: go\n   :linenos:\n\n   a := 1\n     b\n\n.. math:: a = b\n", "<pre>a := 1\n  b</pre>\n<pre>a = b</pre>\n"},
		{"what is folded", ".. dropdown:: What is a pilot?\n\n   Somebody.\n", "<details><summary>What is a pilot?</summary><p>Somebody.</p>\n</details>\n"},
		{"what is no text", ".. contents:: Contents\n   :depth: 2\n\n.. image:: a.png\n   :alt: A ship\n\n.. toctree::\n\n   a\n   b\n\n.. include:: /etc/passwd\n\nText.\n", "<p>Text.</p>\n"},
		{"what is not known keeps its text", ".. figure:: a.png\n   :alt: A ship\n\n   A caption.\n\n.. only:: html\n\n   So.\n\n.. py:function:: f(x)\n\n   Does.\n\n.. rubric:: Notes\n", "<p>A caption.</p>\n<p>So.</p>\n<p>Does.</p>\n<p><strong>Notes</strong></p>\n"},
		{"raw HTML, parsed with what is around it", ".. raw:: html\n\n   <details><summary>Pay?</summary>\n\nForty.\n\n.. raw:: html\n\n   </details>\n\n.. raw:: latex\n\n   \\x\n", "<details><summary>Pay?</summary><p>Forty.</p>\n</details>\n"},
		{"a list as a table", ".. list-table:: Pay\n   :header-rows: 1\n   :widths: 1 2\n\n   * - Years\n     - Crew\n   * - 1\n     - 40\n\n       - a\n", "<table><caption>Pay</caption><thead><tr><th><p>Years</p>\n</th><th><p>Crew</p>\n</th></tr>\n</thead><tbody><tr><td><p>1</p>\n</td><td><p>40</p>\n<ul>\n<li><p>a</p>\n</li>\n</ul>\n</td></tr>\n</tbody></table>\n"},
		{"values as a table", ".. csv-table:: Pay\n   :header: \"Years\", Crew\n   :delim: ,\n\n   1, \"40, or\n   more\"\n   2\n", "<table><caption>Pay</caption><thead><tr><th><p>Years</p>\n</th><th><p>Crew</p>\n</th></tr>\n</thead><tbody><tr><td><p>1</p>\n</td><td><p>40, or\nmore</p>\n</td></tr>\n<tr><td><p>2</p>\n</td></tr>\n</tbody></table>\n"},
		{"a table with a caption", ".. table:: Pay\n\n   == ==\n   1  40\n   == ==\n", "<table><caption>Pay</caption><tbody><tr><td><p>1</p>\n</td><td><p>40</p>\n</td></tr>\n</tbody></table>\n"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, read(t, c.text)); diff != "" {
				t.Errorf("read\n%s\n(-want +got)\n%s", c.text, diff)
			}
		})
	}
}

func TestInsideLines(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"*a* **b** ``c*d`` `e`", "a <strong>b</strong> <code>c*d</code> e"},
		{"2 * 3 * 4, a*b*c, snake_case, **, *", "2 * 3 * 4, a*b*c, snake_case, **, *"},
		{`\*a\* \\ re\ **b**`, `*a* \ re<strong>b</strong>`},
		{"(*a*) \"**b**\" —*c*", "(a) &#34;<strong>b</strong>&#34; —c"},
		{"*open and ``so", "*open and ``so"},
		{"See `the pay page <https://example.org/pay>`_ and `leave`_, or tugs_.\n\n.. _leave: https://example.org/leave\n.. _tugs: `leave`_\n", "See <a href=\"https://example.org/pay\">the pay page</a> and <a href=\"https://example.org/leave\">leave</a>, or <a href=\"https://example.org/leave\">tugs</a>."},
		{"`one`__ and `two`__\n\n.. __: https://example.org/1\n__ https://example.org/2\n", `<a href="https://example.org/1">one</a> and <a href="https://example.org/2">two</a>`},
		{"`unknown`_ and nobody_ and 3_", "unknown and nobody and 3"},
		{":ref:`the text <pay>`, :ref:`pay` and :ref:`none`\n\n.. _pay:\n\nWhat they earn\n==============\n", "the text, What they earn and none"},
		{":doc:`jobs/pilot`, :doc:`Tugs <tug>`", `<a href="jobs/pilot.rst"></a>, <a href="tug.rst">Tugs</a>`},
		{":py:class:`~a.B` `x`:sub: :code:`y` :abbr:`TPM (manager)`", "a.B <sub>x</sub> <code>y</code> TPM (manager)"},
		{".. role:: h(raw)\n   :format: html\n\n.. role:: l(raw)\n   :format: latex\n\na :h:`<b>bold</b>` :l:`x`", "a <b>bold</b> "},
		{"|c| 2026\n\n.. |c| unicode:: 0xA9 .. a sign\n", "© 2026"},
		{"A ```dict`` <https://example.org/dict>`__.", `A <a href="https://example.org/dict"><code>dict</code></a>.`},
		{"_`a target` here", "a target here"},
		{"a | b | c", "a | b | c"},
		{"http://example.org/a_b_ c:d e::f", "http://example.org/a_b c:d e::f"},
	} {
		got := strings.TrimSuffix(strings.TrimPrefix(read(t, c.text), "<p>"), "</p>\n")
		got, _, _ = strings.Cut(got, "</p>")
		if got != c.want {
			t.Errorf("%q is read as\n%q, want\n%q", c.text, got, c.want)
		}
	}
}
