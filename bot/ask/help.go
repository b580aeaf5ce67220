package ask

import (
	"slices"
	"strings"

	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// WithAbilities adds to the help what people can do here besides asking, which the engine
// knows nothing about. Other small talk stays short.
func (k *Desk) WithAbilities(text string, a knowledge.Answer) knowledge.Answer {
	word := strings.ToLower(strings.Trim(render.OneLine(text), " ?!."))
	if a.Kind != knowledge.Help {
		return a
	}
	if !slices.Contains([]string{"", "help", "what can you do", "how do you work"}, word) {
		a.Suggestions = nil
		return a
	}
	a.Shape = knowledge.List
	a.Points = append(slices.Clip(a.Points), abilities(k.Command)...)
	return a
}

// abilities are what people can do here besides asking, one point each.
func abilities(command string) []knowledge.Point {
	ability := func(what, does string) knowledge.Point { return knowledge.Point{Label: what, Text: does} }
	return []knowledge.Point{
		ability(command+" and a question", "only you see the answer, and you can share it. In a channel or thread, mention me; in a direct message, just write"),
		ability(command+" fit", "twelve statements about what you like, compared with what my documents say about each role"),
		ability(command+" interview", "practise an interview, one question at a time; add a role if you like"),
		ability(command+" forget me", "delete what I keep about you"),
		ability("Ask the advisor", "in any message's menu, answers the question in it; only you see the answer"),
	}
}
