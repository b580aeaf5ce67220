package main

import (
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"text/tabwriter"
	"time"
	"unicode"

	"github.com/spf13/cobra"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/encoder"
	"careeradvisor/knowledge/gaps"
)

// gapsForm is how gaps are printed.
type gapsForm struct {
	json, csv bool
	names     bool // with the IDs of those who asked
}

func newGaps() *cobra.Command {
	var form gapsForm
	cmd := &cobra.Command{
		Use:   "gaps",
		Short: "Print the questions that the documents left open, the most asked first",
		Long: `Prints the questions that were refused, or whose answers were voted down, and that
nobody has answered or dismissed since: those that ask for much the same in one
line, the most asked first. It reads the database that serve writes. Nobody is
named unless --names asks for it.`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			if form.json && form.csv {
				return usageError{errText("gaps prints --json or --csv, not both")}
			}
			c, err := readConfig()
			if err != nil {
				return err
			}
			return printGaps(cmd, c, form)
		},
	}
	cmd.Flags().BoolVar(&form.json, "json", false, "print a JSON array")
	cmd.Flags().BoolVar(&form.csv, "csv", false, "print comma-separated values, safe to open in a spreadsheet")
	cmd.Flags().BoolVar(&form.names, "names", false, "say who asked, by their Slack member IDs")
	return cmd
}

// mostPrinted is how many gaps are read; the latest ones.
const mostPrinted = 10_000

// maxPrinted is how much of a question the table shows, in characters.
const maxPrinted = 300

func printGaps(cmd *cobra.Command, c config, form gapsForm) error {
	a, ctx := &c.Advisor, cmd.Context()
	if _, err := os.Stat(a.databaseFile()); a.DatabaseURL == "" && errors.Is(err, fs.ErrNotExist) {
		return &knowledge.Error{Say: fmt.Sprintf("There is no database in %s yet: it is made when serve runs first. Check ADVISOR_DATA_DIR.", a.DataDir)}
	}
	log := a.logger(cmd.ErrOrStderr())
	remembered, err := openMemory(ctx, a, log)
	if err != nil {
		return err
	}
	defer remembered.Close()
	var since time.Time
	if a.Retention > 0 {
		since = time.Now().Add(-time.Duration(a.Retention))
	}
	found, err := remembered.OpenGaps(ctx, since, mostPrinted)
	if err != nil {
		return err
	}
	e, err := encoder.Embedded()
	if err != nil {
		return err
	}
	return form.print(cmd.OutOrStdout(), memory.Clusters(found, func(questions []string) []knowledge.Group { return gaps.Cluster(e, questions) }))
}

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
	q := openQuestion{Question: onOneLine(c.Question), Times: len(c.Gaps), People: len(c.Askers())}
	last, seen := time.Time{}, map[string]bool{strings.ToLower(q.Question): true}
	for _, g := range c.Gaps {
		if g.Refused {
			q.Refused++
		}
		if g.At.After(last) {
			last = g.At
		}
		if r := onOneLine(g.Reason); r != "" {
			q.Reasons = append(q.Reasons, r)
		}
		if w := onOneLine(g.Question); !seen[strings.ToLower(w)] {
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

// onOneLine is text without line breaks, and without what a terminal would obey.
func onOneLine(text string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return -1
		}
		return r
	}, strings.ToValidUTF8(text, ""))), " ")
}

func (f gapsForm) print(w io.Writer, clusters []memory.Cluster) error {
	all := []openQuestion{}
	for _, c := range clusters {
		all = append(all, openQuestionOf(c, f.names))
	}
	switch {
	case f.json:
		enc := json.NewEncoder(w)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		return enc.Encode(all)
	case f.csv:
		return f.printCSV(w, all)
	}
	return f.printTable(w, all)
}

func (f gapsForm) printTable(w io.Writer, all []openQuestion) error {
	if len(all) == 0 {
		fmt.Fprintln(w, "No question is open.")
		return nil
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	line := func(q openQuestion, counts ...string) {
		if f.names {
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

func (f gapsForm) printCSV(w io.Writer, all []openQuestion) error {
	out := csv.NewWriter(w)
	head := []string{"question", "times", "people", "last", "refused", "voted_down", "reasons", "wordings"}
	if f.names {
		head = append(head, "askers")
	}
	lines := [][]string{head}
	for _, q := range all {
		line := []string{
			cell(q.Question), strconv.Itoa(q.Times), strconv.Itoa(q.People), q.Last, strconv.Itoa(q.Refused), strconv.Itoa(q.VotedDown),
			cell(strings.Join(q.Reasons, " | ")), cell(strings.Join(q.Wordings, " | ")),
		}
		if f.names {
			line = append(line, cell(strings.Join(q.Askers, " ")))
		}
		lines = append(lines, line)
	}
	return out.WriteAll(lines)
}

// cell is text that no spreadsheet takes for a formula.
func cell(text string) string {
	if strings.ContainsAny(text[:min(1, len(text))], "=+-@|%\t\r") || strings.HasPrefix(text, "＝") || strings.HasPrefix(text, "＋") || strings.HasPrefix(text, "－") || strings.HasPrefix(text, "＠") {
		return "'" + text
	}
	return text
}
