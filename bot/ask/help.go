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
	a.Points = slices.Clip(a.Points)
	for _, can := range [][2]string{
		{k.Command + " and a question", "only you see the answer, and you can share it. In a channel or thread, mention me; in a direct message, just write"},
		{k.Command + " fit", "twelve statements about what you like, compared with what my documents say about each role"},
		{k.Command + " interview", "practise an interview, one question at a time; add a role if you like"},
		{k.Command + " forget me", "delete what I keep about you"},
		{"Ask the advisor", "in any message's menu, answers the question in it; only you see the answer"},
	} {
		a.Points = append(a.Points, knowledge.Point{Label: can[0], Text: can[1]})
	}
	return a
}
