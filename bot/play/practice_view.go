package play

import (
	"fmt"
	"strconv"

	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// PracticeRoot begins the thread: it says what is going to happen, and what isn't.
func PracticeRoot(p memory.Practice) []render.Message {
	questions := strconv.Itoa(len(p.Areas)) + " questions, one at a time"
	if len(p.Areas) == 1 {
		questions = "one question"
	}
	return render.Pack(
		render.Paragraph("Interview practice", p.Role),
		render.Paragraph("", "I'll ask you "+questions+", about what my documents say interviewers look for. Answer in this thread as you would there, "+
			"and I'll show you what the documents say. I don't grade, and I don't keep what you write."),
		render.Small("Say “next” to move on or “stop” to end it, at any time."),
	)
}

// PracticeQuestion asks about the area that p is at.
func PracticeQuestion(p memory.Practice) []render.Message {
	a := p.Areas[p.At]
	messages := render.Pack(
		render.Small(fmt.Sprintf("Question %d of %d · %s", p.At+1, len(p.Areas), render.OneLine(a.Name))),
		render.Paragraph("", render.Clip(a.Ask, render.MaxText)),
	)
	return practiceButtons(p, "Skip", messages)
}

// PracticeTold shows what the documents say about the area.
func PracticeTold(p memory.Practice) []render.Message {
	a := p.Areas[p.At]
	shown := knowledge.Answer{Kind: knowledge.Answered, Shape: knowledge.List, Points: a.Says, Citations: a.Cited}
	if len(a.Says) == 1 {
		shown.Shape = knowledge.Prose
	}
	messages := render.Pack(
		render.Paragraph("", "Thank you. Here is what my documents say about “"+render.Clip(render.OneLine(a.Name), render.MaxEcho)+"”. See how much of it you covered:"),
		render.Points(shown), render.Sources(a.Cited),
	)
	return practiceButtons(p, "Next question", messages)
}

// PracticeMore replies to anything the person adds after that.
func PracticeMore(p memory.Practice) []render.Message {
	return practiceButtons(p, "Next question", render.Note("Thank you. Shall we go on?", ""))
}

// practiceButtons puts the buttons for moving on below the last message. They carry the number of
// the question.
func practiceButtons(p memory.Practice, next string, messages []render.Message) []render.Message {
	at := strconv.Itoa(p.At)
	var buttons []slack.BlockElement
	stop := "Finish"
	if p.At+1 < len(p.Areas) {
		buttons, stop = append(buttons, render.Button("practice:next", next, at)), "Stop"
	}
	buttons = append(buttons, render.Button("practice:stop", stop, at))
	return render.Below(messages, slack.NewActionBlock("practice", buttons...))
}

// PracticeEnd sums up what was covered.
func PracticeEnd(p memory.Practice, command string) []render.Message {
	var areas []string
	for _, a := range p.Areas[:min(p.At+1, len(p.Areas))] {
		areas = append(areas, a.Name)
	}
	lead := "That was the interview. We went through:"
	if left := len(p.Areas) - len(areas); left > 0 {
		lead = fmt.Sprintf("Let's stop here. Of the %d questions, we went through these:", len(p.Areas))
	}
	return render.Pack(render.Paragraph("", lead), render.Bullets(areas),
		render.Small("You can ask me about any of them in this thread. "+command+" interview starts a new one."))
}
