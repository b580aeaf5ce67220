package library

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"careeradvisor/knowledge"
	"careeradvisor/knowledge/load"
)

// Publish makes a document of an entry, keeps it in the data dir, shares it with the
// other processes, and answers from it from now on; it returns the document's ID. Where
// that fails nothing is kept, and the old generation goes on. Several who publish do so
// one after another.
func (l *Library) Publish(ctx context.Context, e Entry) (string, error) {
	release, err := l.hold(ctx)
	if err != nil {
		return "", err
	}
	defer release()
	now := l.now().UTC()
	day := now.Format(time.DateOnly)
	data, err := entryMarkdown(e, day)
	if err != nil {
		return "", err
	}
	dir, name := l.config.answersDir(), day+"-"+slug(e.Question)
	if l.shared != nil {
		name += sharedSuffix(now)
	}
	name = freeName(dir, name, l.loose)
	f := load.File{ID: answersPrefix + name, Name: name, Data: data}
	if err := readBack(ctx, f, e); err != nil {
		return "", err
	}
	if dir == "" {
		return f.ID, l.takeIn(ctx, f, e, append(l.loose, f))
	}
	if err := writeAnswer(dir, name, data); err != nil {
		return "", err
	}
	if err := l.takeIn(ctx, f, e, nil); err != nil {
		return "", errors.Join(err, os.Remove(filepath.Join(dir, name)))
	}
	return f.ID, nil
}

// takeIn answers from a document that was just made, when the others can too.
func (l *Library) takeIn(ctx context.Context, f load.File, e Entry, loose []load.File) error {
	now := survey(&l.config)
	g, err := l.build(ctx, l.builder(loose))
	if err != nil {
		return &knowledge.Error{Say: "I could not take your answer in, and have not kept it. Please tell whoever runs me: my log says why.", Cause: err}
	}
	if err := l.share(ctx, f, e); err != nil {
		return errors.Join(err, g.Close())
	}
	l.watch.seen, l.watch.retry = now, time.Time{}
	l.replace(g, loose)
	return nil
}
