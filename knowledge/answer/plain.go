package answer

import (
	"strings"

	"careeradvisor/knowledge/text"
)

// maxQuestion is how much of a question is read, in bytes; what is longer was
// not written by a person who asks.
const maxQuestion = 4000

// plainText is a question without markup.
func plainText(s string) string {
	if len(s) > maxQuestion {
		s = strings.ToValidUTF8(s[:maxQuestion], "")
	}
	return text.Plain(s)
}
