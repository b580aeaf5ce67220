package clean

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// noise matches whole lines that web pages put around their text: navigation, calls to action,
// contact lines, empty source lists. They answer nothing.
var noise = []*regexp.Regexp{
	regexp.MustCompile(`(?i)^(also read|read also|read more|read next|see also|related( (articles?|posts?|reading))?|recommended (articles?|posts?|reading)|you may also like)\s*[:–—-]`),
	regexp.MustCompile(`(?i)^(write to|contact|email|e-mail|call|reach( out to)?|follow) us\b[^.?!]*\S+$`),
	regexp.MustCompile(`(?i)^(take|start|try) (the|our|this|a) [^.?!]*\b(test|quiz|assessment|course)\b now\b[^.?!]*$`),
	regexp.MustCompile(`(?i)^(sign up|subscribe|click here|learn more about|apply now|join now|back to top|skip to)\b[^.?!]{0,60}$`),
	regexp.MustCompile(`(?i)^(sources?|references?|notes?|table of contents|contents|advertisement|share this( article)?|tags?)\s*:?$`),
	regexp.MustCompile(`(?i)^(©|copyright\s*(©|\(c\)|\d{4})|all rights reserved)`),
	regexp.MustCompile(`^([«‹←][^.?!]{0,60}[|·•][^.?!]{0,60}[»›→]|←[^.?!]{0,60}|[^.?!]{0,60}→)$`),
}

var address = regexp.MustCompile(`(?i)^(https?://\S+|\S+@\S+\.\S+)$`)

// IsAddress reports whether a line is nothing but the address of a page or of somebody's mail.
func IsAddress(line string) bool { return address.MatchString(line) }

// longestNoise is the longest line, in characters, that is recognised by how it begins.
const longestNoise = 300

// IsNoise reports whether a line is one that web pages put around their text, or has no letter and
// no digit.
func IsNoise(text string) bool {
	if strings.IndexFunc(text, IsWordRune) < 0 {
		return true
	}
	if utf8.RuneCountInString(text) > longestNoise {
		return false
	}
	for _, re := range noise {
		if re.MatchString(text) {
			return true
		}
	}
	return false
}

// IsWordRune reports whether a character can be in a word.
func IsWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
