package main

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"sort"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"careeradvisor/index"
	"careeradvisor/knowledge"
)

func newEval() *cobra.Command {
	var sections, failures bool
	var retrieval string
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Score question sets, or ranking alone",
		Long: `Scores the answers to question sets: files with one JSON object a line, of id, q,
context, kind, expect, accept, gold, must and must_not. With --retrieval it scores
ranking alone on a folder with corpus.jsonl, queries.jsonl and qrels.tsv, beside
Bleve as shipped.`,
		Args: func(_ *cobra.Command, args []string) error {
			if (retrieval == "") == (len(args) == 0) {
				return usageError{errText("eval needs question files, or --retrieval and a folder")}
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if retrieval != "" {
				return evalRetrieval(cmd.Context(), cmd.OutOrStdout(), retrieval)
			}
			c, err := readConfig()
			if err != nil {
				return err
			}
			lib, err := openLibrary(cmd.Context(), &c.Advisor, c.Advisor.logger(cmd.ErrOrStderr()))
			if err != nil {
				return err
			}
			defer lib.Close()
			return evalQuestions(cmd.Context(), cmd.OutOrStdout(), lib.engine, args, sections, failures)
		},
	}
	cmd.Flags().BoolVar(&sections, "sections", false, "the first citation has to be a gold section")
	cmd.Flags().BoolVar(&failures, "failures", false, "print every wrong answer")
	cmd.Flags().StringVar(&retrieval, "retrieval", "", "score ranking on this folder")
	return cmd
}

// tally counts right answers by what was expected and by kind of question.
type tally struct {
	right, total map[string]int
	lengths      []int // of answers, in characters
}

func (t *tally) count(q testQuestion, a knowledge.Answer, right bool) {
	for _, key := range []string{"all", "expect " + q.Expect, "kind " + q.Kind} {
		t.total[key]++
		if right {
			t.right[key]++
		}
	}
	if a.Kind == knowledge.Answered {
		t.lengths = append(t.lengths, len([]rune(a.Text())))
	}
}

func (t *tally) print(w io.Writer) {
	var keys []string
	for k := range t.total {
		keys = append(keys, k)
	}
	sort.Strings(keys)
	for _, k := range keys {
		fmt.Fprintf(w, "%-20s %4d of %4d  %5.1f %%\n", k, t.right[k], t.total[k], 100*float64(t.right[k])/float64(t.total[k]))
	}
	sort.Ints(t.lengths)
	if n := len(t.lengths); n > 0 {
		fmt.Fprintf(w, "median answer length %d characters\n", t.lengths[n/2])
	}
}

func evalQuestions(ctx context.Context, w io.Writer, e answerer, files []string, sections, failures bool) error {
	t := tally{right: map[string]int{}, total: map[string]int{}}
	for _, name := range files {
		qs, err := readQuestions(name)
		if err != nil {
			return err
		}
		for _, q := range qs {
			a, err := e.Answer(ctx, knowledge.Question{Text: q.Q, Earlier: q.Context})
			if err != nil {
				return err
			}
			why := verdict(q, a, sections)
			t.count(q, a, why == "")
			if why != "" && failures {
				fmt.Fprintf(w, "%s %.70q | %s | %.110q\n", q.ID, q.Q, why, foldText(a.Text()))
			}
		}
	}
	t.print(w)
	return nil
}

// readQuestions reads a question set. Its errors name the file and the line.
func readQuestions(name string) ([]testQuestion, error) {
	f, err := os.Open(name)
	if err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The question set %q cannot be read: check the path.", name), Cause: err}
	}
	defer f.Close()
	var qs []testQuestion
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, maxLine)
	for n := 1; lines.Scan(); n++ {
		if len(lines.Bytes()) == 0 {
			continue
		}
		var q testQuestion
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			return nil, &knowledge.Error{Say: fmt.Sprintf("Line %d of %q is no question: mend it.", n, name), Cause: err}
		}
		qs = append(qs, q)
	}
	if err := lines.Err(); err != nil {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The question set %q cannot be read to its end.", name), Cause: err}
	}
	if len(qs) == 0 {
		return nil, &knowledge.Error{Say: fmt.Sprintf("The question set %q is empty.", name)}
	}
	return qs, nil
}

func evalRetrieval(ctx context.Context, w io.Writer, folder string) error {
	c, err := index.LoadCollection(folder)
	if err != nil {
		return err
	}
	scores, err := index.Compare(ctx, c)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s: %d documents, %d queries\n", c.Name, len(c.Documents), len(c.Queries))
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(t, "engine\tnDCG@10\tMRR@10\tSuccess@1\tRecall@10\tbuild s\tp50 ms\tp99 ms")
	for _, s := range scores {
		fmt.Fprintf(t, "%s\t%.3f\t%.3f\t%.3f\t%.3f\t%.2f\t%.2f\t%.2f\n", s.Engine, s.NDCG, s.MRR, s.Success, s.Recall, s.Build, s.P50, s.P99)
	}
	return t.Flush()
}
