package storetest

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"net"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"sync"
)

// server is a PostgreSQL server of our own, in its own folder.
type server struct {
	url  *url.URL
	stop func() // returns when it has ended and its folder is gone
}

// password is that of the only user; tests look for it in errors and logs.
const password = "hush hush/?"

// run makes an empty server and returns once it takes connections.
func run(p programs) (*server, error) {
	dir, err := os.MkdirTemp("", "advisor-postgres-")
	if err != nil {
		return nil, err
	}
	s, err := runIn(dir, p)
	if err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	return s, nil
}

func runIn(dir string, p programs) (*server, error) {
	secret := filepath.Join(dir, "password")
	data := filepath.Join(dir, "data")
	if err := os.WriteFile(secret, []byte(password), 0o600); err != nil {
		return nil, err
	}
	as, err := humble(dir, secret)
	if err != nil {
		return nil, err
	}
	initdb := exec.Command(p.initdb, "--pgdata", data, "--username", "advisor", "--pwfile", secret,
		"--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--no-sync")
	as(initdb)
	if out, err := initdb.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("initdb: %w\n%s", err, out)
	}
	port, err := freePort()
	if err != nil {
		return nil, err
	}
	// There is no need to survive a crash of the machine here.
	postgres := exec.Command(p.postgres, "-D", data, "-p", port, "-c", "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=",
		"-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=60")
	as(postgres)
	wait, err := startReady(postgres)
	if err != nil {
		return nil, err
	}
	return &server{
		url: &url.URL{Scheme: "postgres", User: url.UserPassword("advisor", password), Host: "127.0.0.1:" + port, Path: "postgres", RawQuery: "sslmode=disable"},
		stop: sync.OnceFunc(func() {
			_ = postgres.Process.Signal(os.Interrupt) // closes the connections and ends
			wait()
			_ = os.RemoveAll(dir)
		}),
	}, nil
}

// startReady starts the server, waits until it says that it is ready, and keeps reading its output
// until wait returns.
func startReady(postgres *exec.Cmd) (wait func(), err error) {
	log, err := postgres.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := postgres.Start(); err != nil {
		return nil, err
	}
	var said strings.Builder
	for lines := bufio.NewScanner(log); lines.Scan(); {
		fmt.Fprintln(&said, lines.Text())
		if strings.Contains(lines.Text(), "ready to accept connections") {
			var drained sync.WaitGroup
			drained.Go(func() { _, _ = io.Copy(io.Discard, log) })
			return func() {
				drained.Wait()
				_ = postgres.Wait()
			}, nil
		}
	}
	return nil, errors.Join(fmt.Errorf("it says:\n%s", &said), postgres.Wait())
}

// inC runs a command in a folder, with messages in English.
func inC(c *exec.Cmd, dir string) {
	c.Dir = dir
	c.Env = append(os.Environ(), "LC_ALL=C", "HOME="+dir)
}

func freePort() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	defer l.Close()
	return strconv.Itoa(l.Addr().(*net.TCPAddr).Port), nil
}
