package markdown

import (
	"html"
	"regexp"
	"strings"
)

// A component tells a site generator what to do with the text in it: a JSX element, a Hugo
// shortcode, a Liquid tag, a directive. Its mark is not text. A component that sets its text apart
// becomes an aside, and one that has a title becomes a details element with a summary.

// component is an opening mark.
type component struct {
	name   string
	title  string
	closer string // key of its closing mark in nest.last
	alone  bool   // it says itself that it has no text
}

// callouts are the names under which site generators set a text apart.
var callouts = map[string]bool{
	"admonition": true, "alert": true, "aside": true, "attention": true, "callout": true, "caution": true,
	"danger": true, "error": true, "hint": true, "important": true, "info": true, "note": true, "notice": true, "seealso": true, "tip": true,
	"warning": true,
}

// tags are the HTML that represents a component in the page.
func (c component) tags(paired bool) (open, shut string) {
	title := html.EscapeString(c.title)
	switch {
	case !paired && c.title == "":
		return "", ""
	case !paired: // a card, which seldom comes alone
		return "- " + escaped(c.title), ""
	case callouts[strings.ToLower(c.name)]:
		return aside(title), "</aside>"
	case c.title == "":
		return "", ""
	}
	return details(title), "</details>"
}

// escaped is text in which Markdown sees no markup.
func escaped(text string) string {
	return punctuation.ReplaceAllString(strings.ReplaceAll(text, "\n", " "), `\$0`)
}

var punctuation = regexp.MustCompile("[!-/:-@\\[-`{-~]")

func aside(title string) string {
	if title == "" {
		return "<aside>"
	}
	return `<aside><p class="admonition-title">` + title + "</p>"
}

func details(title string) string { return "<details><summary>" + title + "</summary>" }

func spaces(n int) string { return strings.Repeat(" ", n) }
