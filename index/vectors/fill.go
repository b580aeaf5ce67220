package vectors

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"time"

	"github.com/gofrs/flock"
)

// few and share limit how much is lost if the process is killed: new vectors are saved once there
// are at least few of them, and at least one for every share that exist already.
const (
	few   = 1 << 14
	share = 4
)

// Make makes the missing vectors, adding them to the others from time to time and when ctx ends. It
// reports how many different texts are done; progress may be nil. Processes that want the same file
// wait for each other. It returns the error of ctx if that ended it, or else the reason why its
// work could not be kept on disk.
func (s *Space) Make(ctx context.Context, by Maker, progress func(done, total int)) error {
	s.working.Lock()
	defer s.working.Unlock()
	unlock, err := s.lock(ctx)
	if err != nil {
		return err
	}
	defer unlock()
	err = s.load(MadeBy(by), nil, nil) // another process may have made some
	f := filling{space: s, by: by, texts: textsOf(s.passages, s.asks), progress: progress}
	for more := true; more; {
		err2 := guarded(func() (err error) {
			more, err = f.step(ctx)
			return err
		})
		err = errors.Join(err, err2)
	}
	return err
}

// filling is a space being filled.
type filling struct {
	space    *Space
	by       Maker
	texts    *texts
	progress func(done, total int)
}

// step makes some of the vectors that are missing, and reports whether more are.
func (f *filling) step(ctx context.Context) (more bool, err error) {
	now := f.space.Hold()
	defer now.Close()
	p, n := poolOf(now), few
	if now != nil {
		n = max(few, len(now.keys)/share)
	}
	which, lacking := f.texts.lacking(p, n)
	if lacking == 0 && now.complete() {
		return false, nil
	}
	before := len(p.at)
	fresh, err := encode(ctx, f.by, f.texts, which, func(done int) {
		if f.progress != nil {
			f.progress(before+done, before+lacking)
		}
	})
	if fresh == nil || len(fresh.keys) == 0 && err != nil {
		return false, err
	}
	p.add(fresh)
	err = errors.Join(err, f.space.publish(p, MadeBy(f.by), f.texts))
	return lacking > len(which) && ctx.Err() == nil, err
}

// lockTry is the pause between attempts at a lock.
const lockTry = 200 * time.Millisecond

// lock waits for other processes that make the same file, for as long as ctx allows.
func (s *Space) lock(ctx context.Context) (unlock func(), err error) {
	if s.path == "" {
		return func() {}, nil
	}
	l := flock.New(s.path + ".lock")
	if ok, err := l.TryLock(); err == nil && !ok {
		_, _ = l.TryLockContext(ctx, lockTry)
	}
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	// If the folder cannot be written to, nobody waits, and nothing that is made is kept.
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(s.path), ".new-*"))
	for _, name := range left { // of a process that was killed
		_ = os.Remove(name)
	}
	return func() { _ = l.Close() }, nil
}
