package output

import (
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"

	"careeradvisor/bot/memory"
)

// GapsForm is how open questions are printed: as a table, unless it says otherwise.
type GapsForm struct {
	JSON, CSV bool
	Names     bool // with the IDs of those who asked
}

// maxPrinted is how much of a question the table shows, in characters.
const maxPrinted = 300

// openQuestion is a cluster of gaps as it is printed.
type openQuestion struct {
	Question  string   `json:"question"`
	Times     int      `json:"times"`
	People    int      `json:"people"`
	Last      string   `json:"last"` // day, YYYY-MM-DD
	Refused   int      `json:"refused"`
	VotedDown int      `json:"voted_down"`
	Reasons   []string `json:"reasons,omitempty"`
	Wordings  []string `json:"wordings,omitempty"` // other than Question
	Askers    []string `json:"askers,omitempty"`   // only where they are wanted
}

func openQuestionOf(c memory.Cluster, names bool) openQuestion {
	q := openQuestion{Question: OneLine(c.Question), Times: len(c.Gaps), People: len(c.Askers())}
	last, seen := time.Time{}, map[string]bool{strings.ToLower(q.Question): true}
	for _, g := range c.Gaps {
		if g.Refused {
			q.Refused++
		}
		if g.At.After(last) {
			last = g.At
		}
		if r := OneLine(g.Reason); r != "" {
			q.Reasons = append(q.Reasons, r)
		}
		if w := OneLine(g.Question); !seen[strings.ToLower(w)] {
			seen[strings.ToLower(w)] = true
			q.Wordings = append(q.Wordings, w)
		}
	}
	q.VotedDown, q.Last = q.Times-q.Refused, last.UTC().Format(time.DateOnly)
	if names {
		q.Askers = c.Askers()
	}
	return q
}

// Print prints open questions.
func (f GapsForm) Print(w io.Writer, clusters []memory.Cluster) error {
	all := []openQuestion{}
	for _, c := range clusters {
		all = append(all, openQuestionOf(c, f.Names))
	}
	switch {
	case f.JSON:
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(all)
	case f.CSV:
		return f.printCSV(w, all)
	}
	return f.printTable(w, all)
}

func (f GapsForm) printTable(w io.Writer, all []openQuestion) error {
	if len(all) == 0 {
		fmt.Fprintln(w, "There are no open questions.")
		return nil
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	line := func(q openQuestion, counts ...string) {
		if f.Names {
			counts = append(counts, strings.Join(q.Askers, " "))
		}
		fmt.Fprintln(t, strings.Join(append(counts, fmt.Sprintf("%.*s", maxPrinted, q.Question)), "\t"))
	}
	line(openQuestion{Question: "QUESTION", Askers: []string{"ASKERS"}}, "TIMES", "PEOPLE", "LAST", "REFUSED", "VOTED DOWN")
	for _, q := range all {
		line(q, strconv.Itoa(q.Times), strconv.Itoa(q.People), q.Last, strconv.Itoa(q.Refused), strconv.Itoa(q.VotedDown))
	}
	return t.Flush()
}

func (f GapsForm) printCSV(w io.Writer, all []openQuestion) error {
	head := []string{"question", "times", "people", "last", "refused", "voted_down", "reasons", "wordings"}
	if f.Names {
		head = append(head, "askers")
	}
	lines := [][]string{head}
	for _, q := range all {
		line := []string{
			cell(q.Question), strconv.Itoa(q.Times), strconv.Itoa(q.People), q.Last, strconv.Itoa(q.Refused), strconv.Itoa(q.VotedDown),
			cell(strings.Join(q.Reasons, " | ")), cell(strings.Join(q.Wordings, " | ")),
		}
		if f.Names {
			line = append(line, cell(strings.Join(q.Askers, " ")))
		}
		lines = append(lines, line)
	}
	for _, line := range lines {
		for i, field := range line { // quoted, so that no other separator splits it
			line[i] = `"` + strings.ReplaceAll(field, `"`, `""`) + `"`
		}
		if _, err := fmt.Fprintln(w, strings.Join(line, ",")); err != nil {
			return err
		}
	}
	return nil
}

// formula matches what a spreadsheet may take for the start of a formula, even after a semicolon,
// which separates cells in locales with a decimal comma.
var formula = regexp.MustCompile(`(^|;\s*)([=+\-@|%\t\r＝＋－＠])`)

// cell makes a text safe, so that no spreadsheet takes it for a formula.
func cell(text string) string { return formula.ReplaceAllString(text, "$1'$2") }
