package bot

import (
	"github.com/slack-go/slack"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// The parts that tests outside the package look at.
var (
	Unescape = ask.Unescape
)

// Rendered is a message as it is sent, but before escaping.
type Rendered struct {
	Text   string        `json:"text"`
	Blocks []slack.Block `json:"blocks"`
}

func Render(a knowledge.Answer, asked string) []Rendered {
	return rendered(render.Answer(a, render.YouAsked(asked), render.Controls{}))
}
