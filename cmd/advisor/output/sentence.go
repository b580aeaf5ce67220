package output

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"unicode"

	"careeradvisor/knowledge"
)

// Sentences returns what people read about an error: one sentence for each error that it joins.
func Sentences(err error) []string {
	joined, ok := err.(interface{ Unwrap() []error })
	if !ok {
		return []string{Sentence(err)}
	}
	var all []string
	for _, e := range joined.Unwrap() {
		all = append(all, Sentences(e)...)
	}
	return all
}

// Sentence returns what people read about one error. For a [knowledge.Error] it includes the cause,
// since operators read the terminal the way they read a log.
func Sentence(err error) string {
	if e, ok := errors.AsType[*knowledge.Error](err); ok {
		if e.Cause == nil {
			return e.Say
		}
		return fmt.Sprintf("%s (%v)", e.Say, e.Cause)
	}
	if errors.Is(err, context.Canceled) {
		return "interrupted"
	}
	return err.Error()
}

// OneLine is text without line breaks and control characters.
func OneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))), " ")
}
