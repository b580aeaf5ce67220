package library

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"go.yaml.in/yaml/v3"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
	"careeradvisor/knowledge/load/front"
)

// Entry returns what someone published as a document, and false for documents that were not
// published or have been withdrawn.
func (l *Library) Entry(id string) (Entry, bool) {
	g, done := l.Read()
	defer done()
	docs := g.Documents()
	at := slices.IndexFunc(docs, func(d knowledge.Document) bool { return d.ID == id })
	if at < 0 || !published.MatchString(id) {
		return Entry{}, false
	}
	d, step := docs[at], 0
	var b strings.Builder
	for i, p := range d.Passages() {
		mark, gap := "", "\n\n"
		switch p.Kind {
		case knowledge.Item:
			mark, gap = "- ", "\n"
		case knowledge.Step:
			step++
			mark, gap = fmt.Sprintf("%d. ", step), "\n"
		}
		if i > 0 {
			b.WriteString(gap)
		}
		b.WriteString(mark + p.Text)
	}
	return Entry{Question: d.Title, Answer: b.String(), Source: d.Source, Owner: d.Owner}, true
}

// Withdraw takes back a published document, and what it replaced, in all processes.
func (l *Library) Withdraw(ctx context.Context, id string) error {
	release, err := l.hold(ctx)
	if err != nil {
		return err
	}
	defer release()
	e, ok := l.Entry(id)
	if !ok {
		return &knowledge.Error{Say: "That answer has already been withdrawn.", Cause: knowledge.ErrNotFound}
	}
	files, _, err := readAnswers(l.config.answersDir())
	if err != nil {
		return err
	}
	for _, f := range append(files, l.loose...) {
		m, _, _ := front.Read(f.Data)
		if f.ID == id || strings.EqualFold(m.Title, e.Question) && published.MatchString(f.ID) {
			err = errors.Join(err, l.remove(ctx, strings.TrimPrefix(f.ID, answersPrefix)))
			l.loose = slices.DeleteFunc(l.loose, func(o load.File) bool { return o.ID == f.ID })
		}
	}
	if err == nil {
		err = l.renew(ctx, survey(&l.config))
	}
	return err
}

// remove takes a file back, starting where other processes see it.
func (l *Library) remove(ctx context.Context, name string) error {
	if l.shared != nil {
		if err := l.shared.WithdrawEntry(ctx, name); err != nil {
			return &knowledge.Error{Say: "My database isn't accepting that right now. Please try again in a while.", Cause: err}
		}
	}
	dir := l.config.answersDir()
	if dir == "" {
		return nil
	}
	if err := os.Remove(filepath.Join(dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return cannotKeep(dir, err)
	}
	return nil
}

// Lesson is a question that a section of a document is known to answer from now on.
type Lesson struct {
	Doc, Section string // as citations name them
	Question     string
	By           string // who says so
}

// Teach keeps a lesson alongside what was published, shares it, and uses it from then on. It goes
// into a file of its own, since the folder of the document may belong to someone else.
func (l *Library) Teach(ctx context.Context, e Lesson) error {
	release, err := l.hold(ctx)
	if err != nil {
		return err
	}
	defer release()
	head, err := yaml.Marshal(struct{ Teaches, Author, Date string }{e.Doc, e.By, l.today()})
	if err != nil {
		return fmt.Errorf("write front matter: %w", err)
	}
	question := escapeMarkdown(strings.Join(strings.Fields(knowledge.Visible(e.Question)), " "))
	text := fmt.Sprintf("---\n%s---\n\n", head)
	if e.Section != "" {
		text += "# " + escapeMarkdown(e.Section) + "\n\n"
	}
	_, err = l.put(ctx, e.Question, e.By, []byte(text+"- "+question+"\n"))
	return err
}

// taught gives documents the questions that lessons say they answer, and leaves out the lessons
// themselves, which are not documents.
func taught(files []load.File) []load.File {
	asks := map[string][]byte{}
	files = slices.DeleteFunc(slices.Clone(files), func(f load.File) bool {
		if !published.MatchString(f.ID) {
			return false
		}
		m, body, _ := front.Read(f.Data)
		if m.Teaches != "" {
			asks[m.Teaches] = append(append(asks[m.Teaches], '\n', '\n'), body...)
		}
		return m.Teaches != ""
	})
	for i := range files {
		if more := asks[files[i].ID]; more != nil {
			files[i].Asks = append(bytes.Clone(files[i].Asks), more...)
		}
	}
	return files
}
