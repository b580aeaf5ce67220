package blockkit

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/url"
	"slices"
	"strconv"
	"unicode/utf8"
)

// Limits of a whole message. Slack documents the number of blocks and the total of
// tables. The total of all text is not documented: messages have been refused from
// about 12,000 characters (bolt-js#2509, #2867).
const (
	maxMessageBlocks = 50
	maxViewBlocks    = 100
	maxTableTotal    = 10000
	maxBlocksText    = 12000
)

// object is a JSON object of no particular type.
type object = map[string]any

// surface is where blocks are shown; not every block is allowed everywhere.
type surface int

const (
	onMessage surface = 1 << iota
	onModal
	onHome
	everywhere = onMessage | onModal | onHome
)

// checker collects what is wrong with a set of blocks, worded like Slack's
// response_metadata.messages: a problem and its place as a JSON pointer.
type checker struct {
	law      Law
	on       surface
	known    map[string]blockKind
	problems []string
	blockIDs map[string]bool
	text     int // characters of all text that is shown
	cells    int // characters of table cells
	tables   int
	inputs   int
	all      int // blocks, those in containers included
}

// check is a rule for the value v at the JSON pointer at.
type check func(c *checker, at string, v any)

// field is a rule for one field of an object.
type field struct {
	need bool
	is   check
}

// shape lists all fields that an object may have; any other is a mistake.
type shape map[string]field

func need(is check) field { return field{need: true, is: is} }
func may(is check) field  { return field{is: is} }

// with returns the shape with fields added.
func (s shape) with(more shape) shape {
	all := maps.Clone(more)
	maps.Copy(all, s)
	return all
}

func (c *checker) wrong(at, format string, a ...any) {
	c.problems = append(c.problems, Problem(at, fmt.Sprintf(format, a...)))
}

// Refusal is how Slack refuses blocks: an error, and what is wrong in which place.
type Refusal struct {
	Code     string   // "invalid_blocks"
	Messages []string // response_metadata.messages; may be empty
}

// Law says what a workspace accepts. The zero value is a workspace of today.
type Law struct {
	// Old refuses what was new in 2026 (containers and citations), as workspaces that lack it do.
	Old bool
}

func (l Law) checker(on surface) *checker { return &checker{law: l, on: on, known: blockKinds()} }

// Problem formats a message of a refusal: what is wrong, and where as a JSON
// pointer.
func Problem(at, what string) string { return "[ERROR] " + what + " [json-pointer:" + at + "]" }

// object checks v against a shape, in the order of field names, so that equal input
// gives equal messages.
func (c *checker) object(at string, v any, s shape) object {
	o, ok := v.(object)
	if !ok {
		c.wrong(at, "must provide an object")
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		value, present := o[name]
		if present {
			s[name].is(c, at+"/"+name, value)
		} else if s[name].need {
			c.wrong(at, "missing required field: %s", name)
		}
	}
	for _, name := range slices.Sorted(maps.Keys(o)) {
		if _, known := s[name]; !known {
			c.wrong(at, "invalid additional property: %s", name)
		}
	}
	return o
}

func is(s shape) check {
	return func(c *checker, at string, v any) { c.object(at, v, s) }
}

// kinds checks an object whose type, which must be a known one, says what else it holds.
func (c *checker) kinds(at string, v any, known map[string]shape) object {
	o, ok := v.(object)
	if !ok {
		c.wrong(at, "must provide an object")
		return nil
	}
	fields, ok := known[Text(o, "type")]
	if !ok {
		c.wrong(at+"/type", "unsupported type: %v", o["type"])
		return nil
	}
	return c.object(at, o, fields.with(shape{"type": need(anything)}))
}

// str is a string of least to most characters.
func str(least, most int) check {
	return func(c *checker, at string, v any) { c.str(at, v, least, most) }
}

func (c *checker) str(at string, v any, least, most int) int {
	text, ok := v.(string)
	if !ok {
		c.wrong(at, "must provide a string")
		return 0
	}
	n := utf8.RuneCountInString(text)
	if n < least {
		c.wrong(at, "must be more than %d characters", least-1)
	}
	if n > most {
		c.wrong(at, "must be less than %d characters", most+1)
	}
	return n
}

// link is an absolute URL.
func link(most int) check {
	return func(c *checker, at string, v any) {
		c.str(at, v, 1, most)
		if text, ok := v.(string); ok && text != "" {
			if u, err := url.Parse(text); err != nil || u.Scheme == "" {
				c.wrong(at, "must be a valid URL")
			}
		}
	}
}

var (
	boolean = a[bool]("boolean")
	number  = a[json.Number]("number")
)

func a[T any](name string) check {
	return func(c *checker, at string, v any) {
		if _, ok := v.(T); !ok {
			c.wrong(at, "must provide a %s", name)
		}
	}
}

// integer is a whole number of least to most.
func integer(least, most int64) check {
	return func(c *checker, at string, v any) {
		n, err := strconv.ParseInt(fmt.Sprint(v), 10, 64)
		if _, isText := v.(string); isText || err != nil || n < least || n > most {
			c.wrong(at, "must provide a number from %d to %d", least, most)
		}
	}
}

func oneOf(values ...string) check {
	return func(c *checker, at string, v any) {
		if text, ok := v.(string); !ok || !slices.Contains(values, text) {
			c.wrong(at, "failed to match any allowed values: %q", values)
		}
	}
}

// list is an array of least to most items.
func list(least, most int, each check) check {
	return func(c *checker, at string, v any) {
		items, ok := v.([]any)
		if !ok {
			c.wrong(at, "must provide an array")
			return
		}
		if len(items) < least {
			c.wrong(at, "no fewer than %d items allowed", least)
		}
		if len(items) > most {
			c.wrong(at, "no more than %d items allowed", most)
			return // a list of thousands would give thousands of problems
		}
		for i, item := range items {
			each(c, at+"/"+strconv.Itoa(i), item)
		}
	}
}

func nullOr(rule check) check {
	return func(c *checker, at string, v any) {
		if v != nil {
			rule(c, at, v)
		}
	}
}

// shown is a string that counts as text people see.
func shown(least, most int) check {
	return func(c *checker, at string, v any) { c.text += c.str(at, v, least, most) }
}

// text is a text object, mrkdwn or plain.
func text(most int) check {
	return func(c *checker, at string, v any) {
		fields := shape{"type": need(oneOf("mrkdwn", "plain_text")), "text": need(shown(1, most)), "verbatim": may(boolean)}
		if Text(v, "type") == "plain_text" {
			delete(fields, "verbatim")
			fields["emoji"] = may(boolean)
		}
		before := len(c.problems)
		c.object(at, v, fields)
		if len(c.problems) > before { // Slack names the object first, then what is wrong in it
			c.problems = slices.Insert(c.problems, before, Problem(at, "failed to match all allowed schemas"))
		}
	}
}

// plain is a text object that must be plain_text.
func plain(most int) check {
	return is(shape{"type": need(oneOf("plain_text")), "text": need(shown(1, most)), "emoji": may(boolean)})
}

// anything accepts any value, which another rule checks.
func anything(*checker, string, any) {}
