// Another program's view of a ledger: Go's x/mod/sumdb reads one, or writes one, in the layout of C2SP tlog-tiles.
//
//	tlog check DIR VKEY           every entry is in the signed tree, and each kept checkpoint is a beginning of every later one
//	tlog write DIR NAME SIZE...   a ledger of that many entries, signed at each size; prints its verifier key
//
// Tiles, proofs and signatures are the library's; only paths and entry bundles, which it does not know, are written here.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const height = 8

func main() {
	if len(os.Args) < 4 {
		refuse("usage: tlog check DIR VKEY | write DIR NAME SIZE...")
	}
	var err error
	switch os.Args[1] {
	case "check":
		err = check(os.Args[2], os.Args[3])
	case "write":
		err = write(os.Args[2], os.Args[3], os.Args[4:])
	default:
		err = fmt.Errorf("what is %q", os.Args[1])
	}
	if err != nil {
		refuse(err.Error())
	}
}

func refuse(why string) {
	fmt.Fprintln(os.Stderr, "refused:", why)
	os.Exit(1)
}

type head struct {
	size int64
	root tlog.Hash
}

func open(data []byte, known note.Verifiers) (head, error) {
	found, err := note.Open(data, known)
	if err != nil {
		return head{}, err
	}
	lines := strings.SplitN(found.Text, "\n", 4)
	if len(lines) < 4 || lines[0] != found.Sigs[0].Name {
		return head{}, fmt.Errorf("not a checkpoint of its signer's")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil {
		return head{}, err
	}
	root, err := tlog.ParseHash(lines[2])
	return head{size, root}, err
}

// folder is the library's way to read tiles.
type folder struct {
	dir string
}

func (f folder) Height() int { return height }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		data, err := os.ReadFile(f.path(tile))
		if err != nil && tile.W < 1<<height { // the full one serves as well
			full := tile
			full.W = 1 << height
			if data, err = os.ReadFile(f.path(full)); err == nil {
				data = data[:tile.W*tlog.HashSize]
			}
		}
		if err != nil {
			return nil, err
		}
		all = append(all, data)
	}
	return all, nil
}

func (f folder) SaveTiles([]tlog.Tile, [][]byte) {}

// path is tile/0/000 where the library says tile/8/0/000.
func (f folder) path(tile tlog.Tile) string {
	return filepath.Join(f.dir, strings.Replace(tile.Path(), fmt.Sprintf("tile/%d/", height), "tile/", 1))
}

// bundle has the entries beside the tile of leaves of this number.
func (f folder) bundle(number int64, width int) string {
	tile := tlog.Tile{H: height, L: 0, N: number, W: width}
	return strings.Replace(f.path(tile), "tile/0/", "tile/entries/", 1)
}

func (f folder) entries(number int64, width int) ([][]byte, error) {
	data, err := os.ReadFile(f.bundle(number, width))
	if err != nil {
		return nil, err
	}
	var all [][]byte
	for len(data) > 0 {
		if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
			return nil, fmt.Errorf("bundle %d is cut short", number)
		}
		end := 2 + int(binary.BigEndian.Uint16(data))
		all, data = append(all, data[2:end]), data[end:]
	}
	return all, nil
}

func check(dir, vkey string) error {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		return err
	}
	known := note.VerifierList(verifier)
	data, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	if err != nil {
		return err
	}
	newest, err := open(data, known)
	if err != nil {
		return err
	}
	files := folder{dir}
	hashes := tlog.TileHashReader(tlog.Tree{N: newest.size, Hash: newest.root}, files)
	if err := checkEntries(files, newest, hashes); err != nil {
		return err
	}
	heads, err := kept(dir, known, newest)
	if err != nil {
		return err
	}
	pairs := 0
	for at, older := range heads {
		for _, newer := range heads[at:] {
			proof, err := tlog.ProveTree(newer.size, older.size, hashes)
			if err != nil {
				return err
			}
			if err := tlog.CheckTree(proof, newer.size, newer.root, older.size, older.root); err != nil {
				return fmt.Errorf("%d is no beginning of %d: %v", older.size, newer.size, err)
			}
			pairs++
		}
	}
	fmt.Printf("%d entries, %d checkpoints, %d pairs\n", newest.size, len(heads), pairs)
	return nil
}

func checkEntries(files folder, newest head, hashes tlog.HashReader) error {
	for number := int64(0); number<<height < newest.size; number++ {
		width := newest.size - number<<height
		if width > 1<<height {
			width = 1 << height
		}
		entries, err := files.entries(number, int(width))
		if err != nil {
			return err
		}
		if int64(len(entries)) != width {
			return fmt.Errorf("bundle %d has %d entries", number, len(entries))
		}
		for at, entry := range entries {
			index := number<<height + int64(at)
			proof, err := tlog.ProveRecord(newest.size, index, hashes)
			if err != nil {
				return err
			}
			if err := tlog.CheckRecord(proof, newest.size, newest.root, index, tlog.RecordHash(entry)); err != nil {
				return fmt.Errorf("entry %d: %v", index, err)
			}
		}
	}
	return nil
}

// kept has every checkpoint that lies in the folder and is not of the empty tree, the smallest first.
func kept(dir string, known note.Verifiers, newest head) ([]head, error) {
	heads := []head{newest}
	files, err := os.ReadDir(filepath.Join(dir, "checkpoints"))
	if err != nil && !os.IsNotExist(err) {
		return nil, err
	}
	for _, file := range files {
		data, err := os.ReadFile(filepath.Join(dir, "checkpoints", file.Name()))
		if err != nil {
			return nil, err
		}
		found, err := open(data, known)
		if err != nil {
			return nil, fmt.Errorf("checkpoint %s: %v", file.Name(), err)
		}
		if found.size > 0 {
			heads = append(heads, found)
		}
	}
	sort.Slice(heads, func(i, j int) bool { return heads[i].size < heads[j].size })
	return heads, nil
}

func write(dir, name string, sizes []string) error {
	secret, vkey, err := note.GenerateKey(nil, name)
	if err != nil {
		return err
	}
	signer, err := note.NewSigner(secret)
	if err != nil {
		return err
	}
	var stored []tlog.Hash
	reader := tlog.HashReaderFunc(func(indexes []int64) ([]tlog.Hash, error) {
		found := make([]tlog.Hash, len(indexes))
		for at, index := range indexes {
			found[at] = stored[index]
		}
		return found, nil
	})
	files, done := folder{dir}, int64(0)
	var entries [][]byte
	for _, text := range sizes {
		size, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return err
		}
		for index := done; index < size; index++ {
			entry := []byte(fmt.Sprintf(`{"by":"go","n":%d}`, index))
			hashes, err := tlog.StoredHashes(index, entry, reader)
			if err != nil {
				return err
			}
			entries, stored = append(entries, entry), append(stored, hashes...)
		}
		if err := files.writeTiles(done, size, entries, reader); err != nil {
			return err
		}
		if done = size; done > 0 {
			if err := files.sign(name, done, reader, signer); err != nil {
				return err
			}
		}
	}
	fmt.Println(vkey)
	return nil
}

func (f folder) writeTiles(old, size int64, entries [][]byte, reader tlog.HashReader) error {
	for _, tile := range tlog.NewTiles(height, old, size) {
		data, err := tlog.ReadTileData(tile, reader)
		if err != nil {
			return err
		}
		if err := put(f.path(tile), data); err != nil {
			return err
		}
		if tile.L == 0 {
			var bundle bytes.Buffer
			first := tile.N << height
			for _, entry := range entries[first : first+int64(tile.W)] {
				binary.Write(&bundle, binary.BigEndian, uint16(len(entry)))
				bundle.Write(entry)
			}
			if err := put(f.bundle(tile.N, tile.W), bundle.Bytes()); err != nil {
				return err
			}
		}
	}
	return nil
}

func (f folder) sign(name string, size int64, reader tlog.HashReader, signer note.Signer) error {
	root, err := tlog.TreeHash(size, reader)
	if err != nil {
		return err
	}
	text := fmt.Sprintf("%s\n%d\n%s\n", name, size, base64.StdEncoding.EncodeToString(root[:]))
	signed, err := note.Sign(&note.Note{Text: text}, signer)
	if err != nil {
		return err
	}
	if err := put(filepath.Join(f.dir, "checkpoints", strconv.FormatInt(size, 10)), signed); err != nil {
		return err
	}
	return put(filepath.Join(f.dir, "checkpoint"), signed)
}

func put(path string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(path), fs.FileMode(0o700)); err != nil {
		return err
	}
	return os.WriteFile(path, data, 0o600)
}
