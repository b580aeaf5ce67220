package render

import (
	"fmt"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

func Why(t memory.Turn) slack.ModalViewRequest {
	blocks := []slack.Block{BoldBlock("Question: ", t.Question), TextBlock(strings.Join(readAs(t.Question, *t.Answer.Why), "\n"))}
	said, rest := passagesOf(*t.Answer.Why)
	blocks = append(blocks, passageBlocks("What I said, and where I found it", said)...)
	blocks = append(blocks, passageBlocks("What else I looked at", rest)...)
	foot := fmt.Sprintf("I was %.0f%% sure that my documents answer this.", 100*t.Answer.Confidence)
	if t.Generation != "" {
		foot += " Index " + t.Generation + "."
	}
	return Modal("whyshown", "Why this answer", "", "", append(blocks, FineBlock(foot))...)
}

// readAs says how a question was understood, a line each.
func readAs(asked string, x knowledge.Explanation) []string {
	var lines []string
	line := func(what, value string) {
		if value != "" {
			lines = append(lines, what+": "+value)
		}
	}
	if x.Read != "" && x.Read != asked {
		line("Read as", "“"+x.Read+"”")
	}
	line("About", strings.Join(x.Roles, ", "))
	line("Not in my documents", strings.Join(x.Foreign, ", "))
	var met, missed []string
	for _, t := range x.Terms {
		if t.Met {
			met = append(met, t.Text)
		} else {
			missed = append(missed, t.Text)
		}
	}
	line("Words found", strings.Join(met, ", "))
	line("Words not found", strings.Join(missed, ", "))
	if len(lines) == 0 {
		lines = []string{"I read the question exactly as you wrote it."}
	}
	return lines
}

func passagesOf(x knowledge.Explanation) (said, rest []knowledge.Considered) {
	for _, c := range x.Considered {
		if c.Said {
			said = append(said, c)
		} else {
			rest = append(rest, c)
		}
	}
	return said, rest
}

func passageBlocks(title string, all []knowledge.Considered) []slack.Block {
	if len(all) == 0 {
		return nil
	}
	blocks := []slack.Block{slack.NewDividerBlock(), HeaderBlock(title)}
	for _, c := range all {
		blocks = append(blocks, TextBlock("“"+c.Text+"”"), FineBlock(provenance(c)))
	}
	return blocks
}

// provenance says where a passage comes from, what its document restates, from when it
// is, and why it was not said.
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
