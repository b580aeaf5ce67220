package main

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

	"careeradvisor/bot"
	"careeradvisor/bot/store"
	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// Processes that share a database server share what admins publish: the database
// holds every answer, and each process writes those that its folder lacks before it
// opens the documents, and every few seconds. A folder that was lost comes back so.
// Without a server the files are all there is.

// fetchEvery is how long an answer that another process published may be unknown.
const fetchEvery = 5 * time.Second

// sharedAnswers is where published answers are shared; nil where they are not.
func sharedAnswers(c *advisorConfig, s *store.Store) *store.Store {
	if c.DatabaseURL == "" || c.DataDir == "" {
		return nil
	}
	return s
}

// sharedSuffix makes a name that no other process gives, and that sorts by time
// after those of the same day and question.
func sharedSuffix(now time.Time) string {
	return now.UTC().Format("-150405-") + strings.ToLower(rand.Text()[:8])
}

// share saves an answer for the other processes, where there are any.
func (s *shelf) share(ctx context.Context, f load.File, e bot.Entry) error {
	if s.shared == nil {
		return nil
	}
	err := s.shared.SaveEntry(ctx, store.Entry{Name: f.Name, Text: string(f.Data), Author: e.By, At: s.now()})
	if err != nil {
		return &knowledge.Error{
			Say:   "I could not keep your answer: my database does not take it just now. Please try again in a while; the question stays open, and my log says what is wrong.",
			Cause: err,
		}
	}
	return nil
}

// fetchFirst fills the folder before the documents are opened. What fails is tried
// again later.
func fetchFirst(ctx context.Context, c *advisorConfig, shared *store.Store, log *slog.Logger) {
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

// keepUp follows the database, where answers are shared, until end is called, which
// waits until it has ended.
func (s *shelf) keepUp(ctx context.Context, ticks <-chan time.Time) (end func()) {
	if s.shared == nil {
		return func() {}
	}
	ctx, cancel := context.WithCancel(ctx)
	ticker := time.NewTicker(fetchEvery)
	if ticks == nil {
		ticks = ticker.C
	}
	var beside sync.WaitGroup
	beside.Go(func() { s.follow(ctx, ticks) })
	return func() {
		ticker.Stop()
		cancel()
		beside.Wait()
	}
}

// follow fetches at every tick what other processes published, and answers from it,
// until ctx ends.
func (s *shelf) follow(ctx context.Context, tick <-chan time.Time) {
	failing := false
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick:
		}
		err := s.catchUp(ctx)
		if err != nil && !failing && ctx.Err() == nil {
			s.log.Warn("published answers cannot be fetched from the database", "error", err)
		}
		failing = err != nil
	}
}

// catchUp opens the documents anew where the folder has changed.
func (s *shelf) catchUp(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v", r)
		}
	}()
	list, err := s.shared.Entries(ctx)
	if err != nil {
		return err
	}
	select {
	case s.publishing <- struct{}{}:
		defer func() { <-s.publishing }()
	case <-ctx.Done():
		return ctx.Err()
	}
	dir := s.config.answersDir()
	err = fetch(dir, list)
	names, bad := answerNames(dir)
	if err = errors.Join(err, bad); bad != nil || s.holdsAnswers(names) {
		return err
	}
	lib, failed := openLibrary(ctx, s.config, s.log)
	if failed != nil {
		return errors.Join(err, failed)
	}
	s.replace(lib, nil)
	return err
}

// holdsAnswers tells whether the library was opened with just these answers. A process
// that has the same data dir may have written one before this one looked.
func (s *shelf) holdsAnswers(names []string) bool {
	lib, done := s.read()
	defer done()
	return slices.Equal(lib.answers, names)
}

// sharedName is a name that is safe in any folder, as those are that we give.
var sharedName = regexp.MustCompile(`^[0-9a-z][0-9a-z_-]{0,120}\.md$`)

// fetch writes the entries that a folder lacks and removes those that were withdrawn.
// It goes on after a failure, and tells the first.
func fetch(dir string, list []store.Entry) (first error) {
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
