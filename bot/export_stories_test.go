package bot

import (
	"context"
	"go/ast"
	"go/parser"
	"go/token"
	"log/slog"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/slack-go/slack"

	"careeradvisor/bot/ask"
	"careeradvisor/bot/channels"
	"careeradvisor/bot/handover"
	"careeradvisor/bot/home"
	"careeradvisor/bot/memory"
	"careeradvisor/bot/play"
	"careeradvisor/bot/post"
	"careeradvisor/bot/render"
	"careeradvisor/knowledge"
)

// Stage is a bot that only shows things and does nothing, for tests of what it shows.
type Stage struct{ b *Bot }

func NewStage(l Library) Stage {
	s := channels.New(unset{})
	if err := s.Load(context.Background()); err != nil {
		panic(err)
	}
	b := &Bot{cfg: Config{HelpChannel: "C0HELP", Admins: []string{"U1"}}.withDefaults(), library: openShelf{l, s}, settings: s}
	b.memory = struct{ memory.Store }{}
	b.furnish()
	return Stage{b}
}

// unset is a memory in which nothing is set.
type unset struct{}

func (unset) SaveSetting(context.Context, string, string) error   { return nil }
func (unset) Settings(context.Context) (map[string]string, error) { return nil, nil }

// Answer is a turn's answer with all its controls.
func (d Stage) Answer(t memory.Turn, above string, private bool) []Rendered {
	t.Answer = d.b.desk.WithAbilities(t.Question, t.Answer)
	return rendered(render.Answer(t.Answer, above, d.b.desk.ControlsOf(t, t.Answer.Suggestions, private)))
}

// ReasonModal asks an editor about an answer that did not help.
func (d Stage) ReasonModal(t memory.Turn) slack.ModalViewRequest {
	return ask.ReasonModal(t, d.b.editor.SectionInput("U1", t)...)
}

// AnswerModal is the modal in which an editor closes a gap.
func (d Stage) AnswerModal(c memory.Cluster, t memory.Turn) slack.ModalViewRequest {
	return home.AnswerModal(c, c.Gaps[0].Turn, home.Pages{}.Meta(), d.b.editor.SectionInput("U1", t)...)
}

func (d Stage) Introduction() []Rendered { return rendered(introduction(d.b)) }

func YouAsked(question string) string            { return render.YouAsked(question) }
func Asked(by, question string) string           { return render.Asked(by, question) }
func AnsweredNow(g memory.Gap, by string) string { return home.AnsweredNow(g, by) }
func Note(sentence, above string) []Rendered     { return rendered(render.Note(sentence, above)) }
func Forgotten(f memory.Forgotten) []Rendered    { return rendered(render.Note(forgotten(f), "")) }

func Plea(t memory.Turn, owner, link string) []Rendered {
	return rendered(handover.Case{Turn: t, Owner: owner, Link: link, Quote: true}.Messages())
}

func Reply(t memory.Turn, text string, public bool) []Rendered {
	return rendered(handover.Reply(t, "U2", text, public))
}

func EditorsModal() slack.ModalViewRequest { return channels.EditorsModal([]string{"U2"}) }

// Here is the modal for a channel.
func Here(all ...channels.Document) slack.ModalViewRequest {
	return channels.Channel{Unasked: true, Docs: []string{"hr/"}, Kept: true}.Modal("C1", all)
}

func WhyModal(t memory.Turn) slack.ModalViewRequest    { return render.Why(t) }
func PersonModal(t memory.Turn) slack.ModalViewRequest { return personModal(t, "C0HELP") }
func ReasonModal(t memory.Turn) slack.ModalViewRequest { return ask.ReasonModal(t) }
func FitModal(chosen string) slack.ModalViewRequest    { return play.FitModal(chosen) }
func ForgetModal() slack.ModalViewRequest              { return forgetModal() }

func FitResult(points map[knowledge.Interest]int, said []knowledge.RoleInterest, known []knowledge.Role) slack.ModalViewRequest {
	return play.FitResult(points, said, known)
}

func PracticeRoot(p memory.Practice) []Rendered     { return rendered(play.PracticeRoot(p)) }
func PracticeQuestion(p memory.Practice) []Rendered { return rendered(play.PracticeQuestion(p)) }
func PracticeTold(p memory.Practice) []Rendered     { return rendered(play.PracticeTold(p)) }
func PracticeMore(p memory.Practice) []Rendered     { return rendered(play.PracticeMore(p)) }
func PracticeEnd(p memory.Practice) []Rendered      { return rendered(play.PracticeEnd(p, "/career")) }

// Post posts a message the way the bot does.
func Post(ctx context.Context, api *slack.Client, channel string, m Rendered) (ts string, err error) {
	p := &post.Poster{Slack: api, Within: time.Minute, Log: slog.New(slog.DiscardHandler)}
	posted, err := p.Deliver(ctx, p.In(channel, ""), []render.Message{{Text: m.Text, Blocks: m.Blocks}})
	return strings.Join(posted, ""), err
}

func rendered(messages []render.Message) []Rendered {
	var all []Rendered
	for _, m := range messages {
		all = append(all, Rendered{m.Text, m.Blocks})
	}
	return all
}

// Sentences are the values of the constants in the sentences.go of the bot and its
// rooms, in their order.
func Sentences() []string {
	files, err := filepath.Glob("*/sentences.go")
	if err != nil {
		panic(err)
	}
	var all []string
	for _, name := range append([]string{"sentences.go"}, files...) {
		f, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			panic(err)
		}
		for n := range ast.Preorder(f) {
			if lit, ok := n.(*ast.BasicLit); ok && lit.Kind == token.STRING {
				says, err := strconv.Unquote(lit.Value)
				if err != nil {
					panic(err)
				}
				all = append(all, says)
			}
		}
	}
	return all
}
