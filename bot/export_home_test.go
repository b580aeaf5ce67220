package bot

import (
	"github.com/slack-go/slack"

	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
)

// HomeTab is what a Home tab is made of, for tests of how it is shown.
type HomeTab struct {
	Plan, Board int  // pages
	Open        bool // the plan
	Contents    home.Contents
	Care        home.Care
	MyPlan      *memory.Plan
	Admin       bool
	Figures     memory.Figures
	Clusters    []memory.Cluster
	More        bool
	Trouble     bool
}

func (t HomeTab) View() slack.HomeTabViewRequest {
	h := home.View{Command: "/career", At: home.Pages{Open: t.Open, Plan: t.Plan, Board: t.Board}, Care: t.Care, Contents: t.Contents, Plan: t.MyPlan}
	if t.Admin {
		h.Board = &home.Board{Figures: t.Figures, Clusters: t.Clusters, More: t.More}
		h.Care.Editor, h.Care.Admin = true, true
	}
	if t.Trouble {
		h.Trouble = home.SaysHomeIncomplete
	}
	return h.Tab()
}

func AnswerModal(c memory.Cluster) slack.ModalViewRequest {
	return home.AnswerModal(c, c.Gaps[0].Turn, home.Pages{}.Meta())
}

func NoteModal(p memory.Plan, i int) slack.ModalViewRequest {
	return home.NoteModal(p, i, home.Pages{}.Meta())
}

func ReplaceModal(old, p memory.Plan) slack.ModalViewRequest { return home.ReplaceModal(old, p, "t1") }

func EditModal(e home.Entry) slack.ModalViewRequest { return home.EditModal("answers/1.md", e) }

func Digest(f memory.Figures, c []memory.Cluster, due []home.DocumentInfo) []Rendered {
	return rendered(home.Digest(&home.Board{Figures: f, Clusters: c}, due))
}

func NudgeMessages(p memory.Plan) []Rendered { return rendered(home.NudgeMessages(p)) }
