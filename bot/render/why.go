package render

import (
	"cmp"
	"fmt"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// Why shows how an answer was found: how the question was read, and which passages were weighed,
// with their sources.
func Why(t memory.Turn) slack.ModalViewRequest {
	x := *t.Answer.Why
	blocks := []slack.Block{BoldBlock("Question: ", t.Question), TextBlock(readAs(t.Question, x))}
	for _, part := range []struct {
		title string
		said  bool
	}{{"What I said, and where I found it", true}, {"What else I looked at", false}} {
		title := []slack.Block{slack.NewDividerBlock(), HeaderBlock(part.title)}
		for _, c := range x.Considered {
			if c.Said == part.said {
				blocks = append(append(blocks, title...), TextBlock("“"+c.Text+"”"), FineBlock(provenance(c)))
				title = nil
			}
		}
	}
	foot := fmt.Sprintf("I was %.0f%% sure that my documents answer this.", 100*t.Answer.Confidence)
	if t.Generation != "" {
		foot += " Index " + t.Generation + "."
	}
	return Modal("whyshown", "Why this answer", "", "", append(blocks, FineBlock(foot))...)
}

// readAs says how a question was understood, in one line for each thing.
func readAs(asked string, x knowledge.Explanation) string {
	var met, missed []string
	for _, t := range x.Terms {
		if t.Met {
			met = append(met, t.Text)
		} else {
			missed = append(missed, t.Text)
		}
	}
	read := ""
	if x.Read != "" && x.Read != asked {
		read = "“" + x.Read + "”"
	}
	var lines []string
	for _, l := range [][2]string{
		{"Read as", read}, {"About", strings.Join(x.Roles, ", ")}, {"Not in my documents", strings.Join(x.Foreign, ", ")},
		{"Words found", strings.Join(met, ", ")}, {"Words not found", strings.Join(missed, ", ")},
	} {
		if l[1] != "" {
			lines = append(lines, l[0]+": "+l[1])
		}
	}
	return cmp.Or(strings.Join(lines, "\n"), "I read the question exactly as you wrote it.")
}

// provenance says where a passage comes from, what its document is based on, what date it has, and
// why it was not used.
func provenance(c knowledge.Considered) string {
	parts := []string{c.Citation.Name()}
	if c.Citation.Source != "" {
		parts = append(parts, "after "+OneLine(c.Citation.Source))
	}
	if c.Citation.Date != "" {
		parts = append(parts, c.Citation.Date)
	}
	if c.Why != "" {
		parts = append(parts, "not said: "+c.Why)
	}
	return strings.Join(parts, " · ")
}
