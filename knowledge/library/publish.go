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
// other processes, and answers from it from then on; it returns the ID of the document.
// If that fails, nothing is kept and the old generation stays. Concurrent calls take
// turns.
func (l *Library) Publish(ctx context.Context, e Entry) (string, error) {
	release, err := l.hold(ctx)
	if err != nil {
		return "", err
	}
	defer release()
	data, err := entryMarkdown(e, l.today())
	if err != nil {
		return "", err
	}
	if err := readBack(ctx, load.File{ID: answersPrefix + "new.md", Data: data}, e); err != nil {
		return "", err
	}
	return l.put(ctx, e.Question, e.By, data)
}

// today is the date that new documents get.
func (l *Library) today() string { return l.now().UTC().Format(time.DateOnly) }

// put keeps a file that someone wrote, and answers from it from then on. The caller holds the
// library.
func (l *Library) put(ctx context.Context, about, by string, data []byte) (string, error) {
	dir, name := l.config.answersDir(), l.today()+"-"+slug(about)
	if l.shared != nil {
		name += sharedSuffix(l.now())
	}
	name = freeName(dir, name, l.loose)
	f := load.File{ID: answersPrefix + name, Name: name, Data: data}
	if dir == "" {
		return f.ID, l.takeIn(ctx, f, by, append(l.loose, f))
	}
	if err := writeAnswer(dir, name, data); err != nil {
		return "", err
	}
	if err := l.takeIn(ctx, f, by, nil); err != nil {
		return "", errors.Join(err, os.Remove(filepath.Join(dir, name)))
	}
	return f.ID, nil
}

// takeIn starts to answer from a document that was just made, once the others can answer too.
func (l *Library) takeIn(ctx context.Context, f load.File, by string, loose []load.File) error {
	defer l.filler.resume()
	now := survey(&l.config)
	g, err := l.build(ctx, l.builder(loose))
	if err != nil {
		return &knowledge.Error{Say: "I could not take your answer in, and have not kept it. Please tell the person who runs me: my log says why.", Cause: err}
	}
	if v := g.Vectors(); v.Wanted-v.Done <= fewVectors { // what is asked next may need them
		if err := g.MakeVectors(ctx, nil); err != nil {
			l.log.Warn("vectors are incomplete", "error", err)
		}
	}
	if err := l.share(ctx, f, by); err != nil {
		return errors.Join(err, g.Close())
	}
	l.watch.seen, l.watch.retry = now, time.Time{}
	l.replace(g, loose)
	return nil
}

// fewVectors is how many vectors are made before a new document answers: they take less than a
// second.
const fewVectors = 100
