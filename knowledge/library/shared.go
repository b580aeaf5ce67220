package library

import (
	"context"
	"crypto/rand"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// Processes that share a database server share what admins publish: the database holds every
// answer, and each process writes those that its folder lacks, before it opens the documents and at
// every check. That also restores a lost folder. Without a server, the files are all there is.

// Shared is where processes share what people publish.
type Shared interface {
	// SaveEntry keeps an entry; the first one with a given name stays.
	SaveEntry(ctx context.Context, e Published) error

	// WithdrawEntry makes one void: no process keeps it.
	WithdrawEntry(ctx context.Context, name string) error

	// Entries returns all entries, ordered by name.
	Entries(ctx context.Context) ([]Published, error)
}

// Published is a document that someone published.
type Published struct {
	Name      string // of its file
	Text      string // Markdown with front matter
	Author    string // who wrote it, as people read it
	At        time.Time
	Withdrawn bool // an operator took it back: no process may keep it
}

// sharedSuffix makes a name that no other process would give, and that sorts by time after those of
// the same day and question.
func sharedSuffix(now time.Time) string {
	return strings.Replace(now.UTC().Format("-150405.000000-"), ".", "", 1) + strings.ToLower(rand.Text()[:8])
}

// share saves an answer for the other processes, if there are any.
func (l *Library) share(ctx context.Context, f load.File, by string) error {
	if l.shared == nil {
		return nil
	}
	err := l.shared.SaveEntry(ctx, Published{Name: f.Name, Text: string(f.Data), Author: by, At: l.now()})
	if err != nil {
		return &knowledge.Error{
			Say:   "I could not keep your answer: my database isn't accepting it right now. Please try again in a while; the question stays open, and my log says what is wrong.",
			Cause: err,
		}
	}
	return nil
}

// fetch brings the folder up to date with what is shared. A failure is logged once, and the next
// check tries again.
func (l *Library) fetch(ctx context.Context) {
	if l.shared == nil {
		return
	}
	list, err := l.shared.Entries(ctx)
	if err == nil {
		err = fetch(l.config.answersDir(), list)
	}
	if err != nil && !l.watch.cut && ctx.Err() == nil {
		l.log.Warn("published answers cannot be fetched from the database", "error", err)
	}
	l.watch.cut = err != nil
}

// sharedName matches a name that is safe in any folder, like those we give.
var sharedName = regexp.MustCompile(`^[0-9a-z][0-9a-z_-]{0,120}\.md$`)

// fetch writes the entries that a folder lacks and removes those that were withdrawn. It carries on
// after a failure, and returns the first one.
func fetch(dir string, list []Published) (first error) {
	names, err := answerNames(dir)
	if err != nil {
		return err
	}
	for _, e := range list {
		_, has := slices.BinarySearch(names, e.Name)
		switch {
		case has != e.Withdrawn:
			continue
		case !sharedName.MatchString(e.Name):
			err = fmt.Errorf("entry %q has a name that is none of ours", e.Name)
		case e.Withdrawn:
			err = os.Remove(filepath.Join(dir, e.Name))
		default:
			err = writeAnswer(dir, e.Name, []byte(e.Text))
		}
		if first == nil {
			first = err
		}
	}
	return first
}
