package bot_test

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/slackemu"
	"careeradvisor/knowledge"
)

var monday = time.Date(2026, 5, 4, 9, 0, 0, 0, time.UTC)

// aPlan is a plan in progress.
func aPlan() *memory.Plan {
	return &memory.Plan{
		Owner: "U1", Title: "How do I become a TPM?", Nudge: true, Created: monday,
		Steps: []memory.PlanStep{
			{Label: "Learn the basics", Text: "Build something.", Citation: basics, Done: true, Note: "Two <small> tools & a *big* one"},
			{Text: "Lead a small project.", Citation: basics},
			{Label: "Apply", Citation: pay},
		},
	}
}

func gap(turn, asker, question string, refused bool, reason string, days int) memory.Gap {
	return memory.Gap{Turn: turn, Asker: asker, Question: question, Refused: refused, Reason: reason, At: monday.AddDate(0, 0, days)}
}

func someClusters() []memory.Cluster {
	return []memory.Cluster{
		{Question: "Can I work from home?", Gaps: []memory.Gap{
			gap("t3", "U2", "Is remote work possible?", false, "It's wrong: <!here> that was last year", 3),
			gap("t2", "U1", "Can I work from home?", true, "", 1),
			gap("t1", "U1", "can I work from home?", true, "", 0),
		}},
		{Question: "Where can I park?", Gaps: []memory.Gap{gap("t4", "U3", "Where can I park?", true, "", 2)}},
	}
}

func someFigures() memory.Figures {
	return memory.Figures{Asked: 120, Answered: 90, Refused: 30, People: 34, Helpful: 40, Unhelpful: 5}
}

// manyGaps is the last page of a gap board that cannot hold every question.
func manyGaps() bot.HomeTab {
	h := bot.HomeTab{Board: 99, Contents: shelf(), Admin: true, Figures: someFigures(), More: true}
	for i := range 9 {
		h.Clusters = append(h.Clusters, memory.Cluster{Question: fmt.Sprintf("Question %d?", i), Gaps: []memory.Gap{gap(fmt.Sprint("t", i), "U1", "?", true, "", i)}})
	}
	return h
}

// TestHomeWithinLimits shows the emulator, which refuses whatever Slack would refuse, far more than
// there should ever be.
func TestHomeWithinLimits(t *testing.T) {
	emu, err := slackemu.Start(unhurried(slackemu.Options{}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = emu.Close() })
	ann := emu.AddUser("ann")
	api := slack.New(emu.BotToken(), slack.OptionAPIURL(emu.URL()))
	for name, filler := range map[string]string{
		"long": strings.Repeat("word ", 1500), "hostile": strings.Repeat("<!channel>&*_\n", 300), "astral": strings.Repeat("🧭", 2000), "blank": "",
	} {
		t.Run(name, func(t *testing.T) {
			h := enormous(filler)
			for h.Board, h.Plan = 0, 0; h.Board < 3; h.Board, h.Plan = h.Board+1, h.Plan+1 {
				if _, err := api.PublishViewContext(t.Context(), slack.PublishViewContextRequest{UserID: ann.ID, View: h.View()}); err != nil {
					t.Fatalf("page %d: %v", h.Board, err)
				}
			}
			home, _ := emu.Home(ann)
			for _, want := range []string{"And 460 more", "and 480 more", "17 to 24 of 60 steps", "and 492 more", "1 to 4 of 500 answers", "Forget me", "17 to 24 of 1000 questions", "latest 1000"} {
				if !strings.Contains(home.Plain(), want) {
					t.Errorf("what is left out is not told: %q", want)
				}
			}
			for _, v := range []slack.ModalViewRequest{
				bot.AnswerModal(h.Clusters[0]), bot.NoteModal(*h.MyPlan, 59), bot.ReplaceModal(*h.MyPlan, *h.MyPlan),
			} {
				checkModal(t, emu, api, ann, v)
			}
			for i, m := range bot.NudgeMessages(*h.MyPlan) {
				checkLimits(t, i, m)
			}
		})
	}
}

// checkModal opens a modal in the emulator with the trigger of a shortcut.
func checkModal(t *testing.T, emu *slackemu.Server, api *slack.Client, u slackemu.User, v slack.ModalViewRequest) {
	t.Helper()
	if _, err := api.OpenViewContext(t.Context(), emu.Shortcut(u, "any").TriggerID, v); err != nil {
		t.Errorf("%s: %v", v.CallbackID, err)
	}
}

// enormous is a Home tab with 500 documents and roles, a plan of 60 steps, and 1,000 questions, in
// which every text is the filler.
func enormous(filler string) bot.HomeTab {
	p := &memory.Plan{Owner: "U1", Title: filler, Created: monday}
	h := bot.HomeTab{Admin: true, Open: true, MyPlan: p, More: true, Figures: someFigures(), Care: home.Care{Set: map[string]string{}}}
	for i := range 500 {
		d := home.DocumentInfo{ID: fmt.Sprintf("d%d.md", i), Title: filler, Date: filler, Source: filler, Owner: filler, Unasked: i}
		h.Contents.Documents = append(h.Contents.Documents, d)
		h.Care.Stale, h.Care.Answers = append(h.Care.Stale, d), append(h.Care.Answers, d)
		h.Care.Set[fmt.Sprint("C", i)] = "only the person who asks sees the answer"
		h.Contents.Roles = append(h.Contents.Roles, knowledge.Role{Name: "R " + filler, Aliases: []string{filler}, Docs: []string{"d"}})
		h.Contents.Examples = append(h.Contents.Examples, "q "+filler)
		h.Contents.Notes = append(h.Contents.Notes, filler)
	}
	for i := range 60 {
		s := memory.PlanStep{Label: filler, Text: filler, Note: filler, Done: i%2 == 0, Citation: knowledge.Citation{Doc: "d", Title: filler, Section: filler + " > " + filler}}
		if filler == "" {
			s.Text = "Do it."
		}
		p.Steps = append(p.Steps, s)
	}
	for i := range 1000 {
		turn := fmt.Sprint("t", i)
		h.Clusters = append(h.Clusters, memory.Cluster{Question: filler, Gaps: []memory.Gap{
			gap(turn, "U1", "a "+filler, true, filler, 0), gap(turn+"b", "U1", "b "+filler, false, "b "+filler, 0), gap(turn+"c", "U2", "c "+filler, false, "c", 0),
		}})
	}
	return h
}
