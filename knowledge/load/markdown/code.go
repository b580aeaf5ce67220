package markdown

import (
	"regexp"
	"slices"
	"strings"
)

// fence outputs a block of fenced code unchanged, if one begins here.
func (s *scanner) fence(text string) bool {
	mark, quoted := fenceMark(text)
	if mark == "" {
		return false
	}
	s.copy(s.lineEnd(s.at) - s.at)
	for s.at < len(s.src) {
		end := s.lineEnd(s.at + 1)
		line := s.src[s.at+1 : end]
		if quoted && !strings.HasPrefix(strings.TrimSpace(line), ">") {
			break
		}
		s.copy(1)
		s.shift()
		s.copy(end - s.at)
		if closesFence(line, mark) {
			break
		}
	}
	return true
}

// fenceMark is the mark that begins fenced code in a line ("" for none), and whether the line is in
// a quotation.
func fenceMark(text string) (mark string, quoted bool) {
	inner := containers.FindString(text)
	text = text[len(inner):]
	for _, c := range []string{"`", "~"} {
		rest := strings.TrimLeft(text, c)
		if n := len(text) - len(rest); n >= 3 && (c == "~" || !strings.Contains(rest, "`")) {
			return text[:n], strings.Contains(inner, ">")
		}
	}
	return "", false
}

// containers are the marks of quotations and list items that a line begins with.
var containers = regexp.MustCompile(`^(?:>[ \t]*|[-+*][ \t]+|\d{1,9}[.)][ \t]+)*`)

func closesFence(line, mark string) bool {
	line = strings.TrimSpace(strings.TrimLeft(line, "> \t"))
	return len(line) >= len(mark) && strings.Trim(line, mark[:1]) == ""
}

// indentedCode outputs the lines of a block that is code because it is indented.
func (s *scanner) indentedCode() {
	for {
		end := s.lineEnd(s.at)
		s.copy(end - s.at)
		if end == len(s.src) {
			return
		}
		next := s.src[end+1 : s.lineEnd(end+1)]
		if strings.TrimSpace(next) == "" || !strings.HasPrefix(next, "    ") && !strings.HasPrefix(next, "\t") {
			return
		}
		s.copy(1)
	}
}

// codeSpan outputs code within a line unchanged; backticks that are never closed are plain text.
func (s *scanner) codeSpan() {
	n := 1
	for s.at+n < len(s.src) && s.src[s.at+n] == '`' {
		n++
	}
	same := s.ticks[n]
	i, _ := slices.BinarySearch(same, s.at+1)
	if i < len(same) && same[i] < s.paragraphEnd() {
		s.copy(same[i] + n - s.at)
		return
	}
	s.copy(n)
}

// ticksOf finds the runs of backticks in a text.
func ticksOf(src string) map[int][]int {
	runs := map[int][]int{}
	for i := 0; i < len(src); {
		n := 0
		for i+n < len(src) && src[i+n] == '`' {
			n++
		}
		if n > 0 {
			runs[n] = append(runs[n], i)
		}
		i += n + 1
	}
	return runs
}

// isItem reports whether a line begins an item of a list.
func isItem(text string) bool { return item.MatchString(text) }

// contentsBelow matches a line that makes the item above it a table of contents.
var contentsBelow = regexp.MustCompile(`^[ \t]*\{:[ \t]*toc[ \t}]`)

var item = regexp.MustCompile(`^(?:[-+*]|\d{1,9}[.)])(?:[ \t]|$)`)

func isHeading(text string) bool {
	return text[0] == '#' && strings.HasPrefix(strings.TrimLeft(text, "#")+" ", " ")
}

// isUnderline reports whether a text begins with a line that underlines a heading.
func isUnderline(rest string) bool { return underline.MatchString(rest) }

var underline = regexp.MustCompile(`^ {0,3}(?:=+|-+)[ \t]*(?:\n|$)`)

// htmlBlock begins a block of HTML, which continues to the next blank line.
var htmlBlock = regexp.MustCompile(`^(?i)</?(?:address|article|aside|base|blockquote|body|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|` +
	`fieldset|figcaption|figure|footer|form|frame|h[1-6]|head|header|hr|html|iframe|legend|li|link|main|menu|nav|ol|option|p|param|` +
	`section|source|summary|table|tbody|td|tfoot|th|thead|title|tr|track|ul)(?:[\s>]|/>|$)`)
