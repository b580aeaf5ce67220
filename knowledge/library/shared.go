package library

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// Processes that share a database server share what admins publish: the database
// holds every answer, and each process writes those that its folder lacks before it
// opens the documents, and every few seconds. A folder that was lost comes back so.
// Without a server the files are all there is.

// fetchEvery is how long an answer that another process published may be unknown.
const fetchEvery = 5 * time.Second

// Shared is where processes share what people publish.
type Shared interface {
	// SaveEntry keeps an entry; the first of a name stays.
	SaveEntry(ctx context.Context, e Published) error

	// Entries are all, in the order of their names.
	Entries(ctx context.Context) ([]Published, error)
}

// Published is a document that somebody published.
type Published struct {
	Name      string // of its file
	Text      string // Markdown with front matter
	Author    string // who wrote it, as people read it
	At        time.Time
	Withdrawn bool // an operator took it back: no process is to keep it
}

// sharedSuffix makes a name that no other process gives, and that sorts by time
// after those of the same day and question.
func sharedSuffix(now time.Time) string {
	return now.UTC().Format("-150405-") + strings.ToLower(rand.Text()[:8])
}

// share saves an answer for the other processes, where there are any.
func (l *Library) share(ctx context.Context, f load.File, e Entry) error {
	if l.shared == nil {
		return nil
	}
	err := l.shared.SaveEntry(ctx, Published{Name: f.Name, Text: string(f.Data), Author: e.By, At: l.now()})
	if err != nil {
		return &knowledge.Error{
			Say:   "I could not keep your answer: my database does not take it just now. Please try again in a while; the question stays open, and my log says what is wrong.",
			Cause: err,
		}
	}
	return nil
}

// FetchFirst fills the folder before the documents are opened. What fails is tried
// again later.
func FetchFirst(ctx context.Context, c Config, shared Shared, log *slog.Logger) {
	if shared == nil {
		return
	}
	list, err := shared.Entries(ctx)
	if err == nil {
		err = fetch(c.answersDir(), list)
	}
	if err != nil {
		log.Warn("published answers cannot be fetched from the database", "error", err)
	}
}

// KeepUp follows the database, where answers are shared, until end is called, which
// waits until it has ended.
func (l *Library) KeepUp(ctx context.Context, ticks <-chan time.Time) (end func()) {
	if l.shared == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	ticker := time.NewTicker(fetchEvery)
	if ticks == nil {
		ticks = ticker.C
	}
	var beside sync.WaitGroup
	beside.Go(func() { l.follow(ctx, ticks) })
	return func() {
		ticker.Stop()
		cancel()
		beside.Wait()
	}
}

// follow fetches at every tick what other processes published, and answers from it,
// until ctx ends.
func (l *Library) follow(ctx context.Context, tick <-chan time.Time) {
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
		err := l.catchUp(ctx)
		if err != nil && !failing && ctx.Err() == nil {
			l.log.Warn("published answers cannot be fetched from the database", "error", err)
		}
		failing = err != nil
	}
}

// catchUp opens the documents anew where the folder has changed.
func (l *Library) catchUp(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	list, err := l.shared.Entries(ctx)
	if err != nil {
		return err
	}
	select {
	case l.publishing <- struct{}{}:
		defer func() { <-l.publishing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	dir := l.config.answersDir()
	err = fetch(dir, list)
	names, bad := answerNames(dir)
	if err = errors.Join(err, bad); bad != nil || l.holdsAnswers(names) {
		return err
	}
	g, failed := Open(ctx, l.config, l.log)
	if failed != nil {
		return errors.Join(err, failed)
	}
	l.replace(g, nil)
	return err
}

// holdsAnswers tells whether the generation was opened with just these answers. A process
// that has the same data dir may have written one before this one looked.
func (l *Library) holdsAnswers(names []string) bool {
	g, done := l.Read()
	defer done()
	return slices.Equal(g.answers, names)
}

// sharedName is a name that is safe in any folder, as those are that we give.
var sharedName = regexp.MustCompile(`^[0-9a-z][0-9a-z_-]{0,120}\.md$`)

// fetch writes the entries that a folder lacks and removes those that were withdrawn.
// It goes on after a failure, and tells the first.
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
