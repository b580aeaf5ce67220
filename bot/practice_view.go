package bot

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/knowledge"
)

// practiceRoot begins the thread: what is going to happen, and what is not.
func practiceRoot(p memory.Practice) []message {
	questions := strconv.Itoa(len(p.Areas)) + " questions, one at a time"
	if len(p.Areas) == 1 {
		questions = "one question"
	}
	return pack(slices.Concat(
		paragraph("Interview practice", p.Role, ""),
		paragraph("", "I ask you "+questions+", on what my documents say interviewers look for. Answer in this thread as you would there; "+
			"then I show you what the documents say. I don't grade, and I don't keep what you write.", ""),
		small("“next” leads on, “stop” ends it, at any time."),
	))
}

// practiceQuestion asks about the area that p is at.
func practiceQuestion(p memory.Practice) []message {
	a := p.Areas[p.At]
	messages := pack(slices.Concat(
		small(fmt.Sprintf("Question %d of %d · %s", p.At+1, len(p.Areas), oneLine(a.Name))),
		paragraph("", clip(a.Ask, maxText), ""),
	))
	return practiceButtons(p, "Skip", messages)
}

// practiceTold shows what the documents say of the area.
func practiceTold(p memory.Practice) []message {
	a := p.Areas[p.At]
	shown := knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.List, Points: a.Says, Citations: a.Cited}
	if len(a.Says) == 1 {
		shown.Shape = knowledge.Prose
	}
	messages := pack(slices.Concat(
		paragraph("", "Thank you. This is what my documents say about “"+clip(oneLine(a.Name), maxEcho)+"”; see for yourself what of it you have said:", ""),
		points(shown), sources(a.Cited),
	))
	return practiceButtons(p, "Next question", messages)
}

// practiceMore takes what comes after that: people think on.
func practiceMore(p memory.Practice) []message {
	return practiceButtons(p, "Next question", note("Thank you. Shall we go on?", ""))
}

// practiceButtons puts what leads on below the last of the messages. It carries the
// number of the question.
func practiceButtons(p memory.Practice, next string, messages []message) []message {
	at := strconv.Itoa(p.At)
	var buttons []slack.BlockElement
	stop := "Finish"
	if p.At+1 < len(p.Areas) {
		buttons, stop = append(buttons, button("practice:next", next, at)), "Stop"
	}
	buttons = append(buttons, button("practice:stop", stop, at))
	last := &messages[len(messages)-1]
	last.blocks = append(last.blocks, slack.NewActionBlock("practice", buttons...))
	return messages
}

// practiceEnd sums up what was gone through.
func practiceEnd(p memory.Practice, command string) []message {
	var areas []piece
	for _, a := range p.Areas[:min(p.At+1, len(p.Areas))] {
		areas = append(areas, piece{form: bullet, body: clip(oneLine(a.Name), maxEcho)})
	}
	lead := "That was the interview. We went through:"
	if left := len(p.Areas) - len(areas); left > 0 {
		lead = fmt.Sprintf("We stop here. Of %d questions you have seen these:", len(p.Areas))
	}
	return pack(slices.Concat(paragraph("", lead, ""), areas,
		small("You can ask me about any of them in this thread. "+command+" interview begins a new one.")))
}
