package play

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"github.com/slack-go/slack"

	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/bot/wire"
	"careeradvisor/knowledge"
)

// Fit is the fit check: statements on two pages, and how a person's interests compare with
// what the documents say about roles.
type Fit struct {
	Library Library
	Post    *post.Poster
}

// Open opens the fit check.
func (f *Fit) Open(ctx context.Context, c wire.Click) error {
	return f.Post.Modal(ctx, c, FitModal(""))
}

// Submitted makes what goes back with the ack of a page: the next page or the result, which takes
// its place. No event is recorded, and nothing about the person is ever kept.
func (f *Fit) Submitted(c wire.Click) (reply any) {
	chosen, missing := fitChosen(c.View)
	if len(missing) > 0 {
		return slack.NewErrorsViewSubmissionResponse(missing)
	}
	if len(chosen) < len(fitStatements) {
		next := FitModal(chosen)
		return slack.NewUpdateViewSubmissionResponse(&next)
	}
	result := FitResult(scored(chosen), f.Library.Interests(), f.Library.Roles())
	return slack.NewUpdateViewSubmissionResponse(&result)
}

// fitStatements are what people may say about themselves, and the interest that each shows: two
// statements for each interest, not next to each other.
var fitStatements = []struct {
	text     string
	interest knowledge.Interest
}{
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

// fitChoices say how well a statement fits somebody; the index is the number of points.
var fitChoices = []string{"Not me", "A little", "Quite", "Very much me"}

const (
	maxFit  = 6 // points of an interest
	fitPage = 6 // statements
)

// FitModal is a page of statements; chosen holds the points from earlier pages, one digit for each.
func FitModal(chosen string) slack.ModalViewRequest {
	intro, submit := "Twelve statements, on two pages: how much does each one sound like you? There are no right or wrong answers. "+
		"Only you see the result, and I don't keep it.", "Next"
	if chosen != "" {
		intro, submit = "Halfway there.", "See the result"
	}
	blocks := []slack.Block{render.TextBlock(intro)}
	for i := len(chosen); i < len(chosen)+fitPage; i++ {
		blocks = append(blocks, render.Input(statementID(i), fitStatements[i].text, "", false, render.Select(statementID(i), "Choose one", fitChoices...)))
	}
	return render.Modal("fit", "Fit check", submit, chosen, blocks...)
}

// statementID is the block and the element of a statement.
func statementID(i int) string { return "statement:" + strconv.Itoa(i) }

// fitChosen returns the points of the statements up to the submitted page; missing says, by block,
// which statements on that page have no choice yet.
func fitChosen(v wire.View) (chosen string, missing map[string]string) {
	if len(v.Meta) == fitPage && strings.Trim(v.Meta, "0123") == "" { // otherwise it is the first page, or forged
		chosen = v.Meta
	}
	missing = map[string]string{}
	first := len(chosen)
	for i := range fitPage {
		id := statementID(first + i)
		point := v.Typed(id)
		if len(point) != 1 || point < "0" || point > "3" {
			missing[id] = saysChoose
		}
		chosen += point
	}
	return chosen, missing
}

// scored adds up the points for each interest.
func scored(chosen string) fitScore {
	points := fitScore{}
	for i, p := range chosen {
		points[fitStatements[i].interest] += int(p - '0')
	}
	return points
}

// fitScore holds a person's points for each interest.
type fitScore map[knowledge.Interest]int

// ranked returns the interests, those with the most points first; ties are in the order of
// Holland's hexagon.
func (s fitScore) ranked() []knowledge.Interest {
	all := knowledge.Interests()
	slices.SortStableFunc(all, func(a, b knowledge.Interest) int { return cmp.Compare(s[b], s[a]) })
	return all
}

// strongest returns the interests that stand out: the two with the most points and any tied with
// the second. If that is more than three, only those tied for the top count, unless they too are
// more than three.
func (s fitScore) strongest() []knowledge.Interest {
	ranked := s.ranked()
	for _, last := range []int{1, 0} {
		least := max(s[ranked[last]], 1)
		out := slices.DeleteFunc(slices.Clone(ranked), func(i knowledge.Interest) bool { return s[i] < least })
		if len(out) <= 3 {
			return out
		}
	}
	return nil
}
