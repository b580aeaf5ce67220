package play

import (
	"strconv"

	"github.com/slack-go/slack"

	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// fitStatement is something that a person may say of themselves, and the interest
// that speaks from it.
type fitStatement struct {
	text     string
	interest knowledge.Interest
}

// fitStatements has two statements for each interest, not next to each other.
var fitStatements = []fitStatement{
	{"I like to take things apart, repair them and see them run again.", knowledge.Realistic},
	{"When something puzzles me, I keep digging until I know why.", knowledge.Investigative},
	{"I like tasks where nobody has told me what the result should look like.", knowledge.Artistic},
	{"I like to help somebody learn, or get through a hard day.", knowledge.Social},
	{"I like to win people over to an idea and take the lead.", knowledge.Enterprising},
	{"I like it when lists, figures and files are in order.", knowledge.Conventional},
	{"I would rather build a working model than talk about one.", knowledge.Realistic},
	{"I enjoy data, experiments and questions that have no quick answer.", knowledge.Investigative},
	{"I write, draw, play or design things in my own way.", knowledge.Artistic},
	{"I am happy when a group works well together, and I help make that happen.", knowledge.Social},
	{"I take a risk when there is something to gain.", knowledge.Enterprising},
	{"I feel at ease when steps and rules are clear.", knowledge.Conventional},
}

// fitChoices say how true a statement is of somebody; the index is the number of points.
var fitChoices = []string{"Not me", "A little", "Quite", "Very much me"}

// maxFit is how many points an interest can have.
func maxFit() int { return 2 * (len(fitChoices) - 1) }

func FitModal() slack.ModalViewRequest {
	blocks := []slack.Block{render.TextBlock("Twelve statements: how much does each one sound like you? There are no right or wrong answers. " +
		"Only you see the result, and I don't keep it.")}
	for i, s := range fitStatements {
		options := make([]*slack.OptionBlockObject, len(fitChoices))
		for n, choice := range fitChoices {
			options[n] = slack.NewOptionBlockObject(strconv.Itoa(n), render.Plain(choice, render.MaxOption), nil)
		}
		id := statementID(i)
		blocks = append(blocks, slack.NewInputBlock(id, render.Plain(s.text, render.MaxLabel), nil, slack.NewRadioButtonsBlockElement(id, options...)))
	}
	return render.Modal("fit", "Fit check", "See the result", "", blocks...)
}
