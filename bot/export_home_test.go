package bot

import (
	"github.com/slack-go/slack"

	"careeradvisor/bot/memory"
)

// HomeTab is what a Home tab is made of, for tests of how it is shown.
type HomeTab struct {
	Plan, Board int // pages
	Contents    Contents
	MyPlan      *memory.Plan
	Admin       bool
	Figures     memory.Figures
	Clusters    []memory.Cluster
	More        bool
	Trouble     bool
}

func (t HomeTab) View() slack.HomeTabViewRequest {
	h := home{command: "/career", at: pages{t.Plan, t.Board}, contents: t.Contents, plan: t.MyPlan}
	if t.Admin {
		h.board, h.notes = &board{t.Figures, t.Clusters, t.More}, t.Contents.Notes
	}
	if t.Trouble {
		h.trouble = saysHomeIncomplete
	}
	return h.view()
}

func AnswerModal(c memory.Cluster) slack.ModalViewRequest {
	return answerModal(c, c.Gaps[0].Turn, pages{}.meta())
}

func NoteModal(p memory.Plan, i int) slack.ModalViewRequest {
	return noteModal(p, i, pages{}.meta())
}

func ReplaceModal(old, p memory.Plan) slack.ModalViewRequest { return replaceModal(old, p, "t1") }

func NudgeMessages(p memory.Plan) []Rendered { return rendered(nudgeMessages(p)) }
