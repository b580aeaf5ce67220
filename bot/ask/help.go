package ask

import (
	"slices"
	"strings"

	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// WithAbilities adds to the help what else people can do here besides asking, which the engine
// knows nothing about. Other small talk stays short.
func (k *Desk) WithAbilities(text string, a knowledge.Answer) knowledge.Answer {
	if a.Kind != knowledge.Help {
		return a
	}
	word := strings.ToLower(strings.Trim(render.OneLine(text), " ?!."))
	if !slices.Contains([]string{"", "help", "what can you do", "how do you work"}, word) {
		a.Suggestions = nil
		return a
	}
	a.Shape = knowledge.List
	a.Points = append(slices.Clip(a.Points),
		knowledge.Point{Label: k.Command + " and a question", Text: "only you see the answer, and you can share it. In a channel or thread, mention me; in a direct message, just write"},
		knowledge.Point{Label: k.Command + " fit", Text: "twelve statements about what you like, compared with what my documents say about each role"},
		knowledge.Point{Label: k.Command + " interview", Text: "practise an interview, one question at a time; add a role if you like"},
		knowledge.Point{Label: k.Command + " forget me", Text: "delete what I keep about you"},
		knowledge.Point{Label: "Ask the advisor", Text: "in any message's menu, answers the question in it; only you see the answer"},
	)
	return a
}
