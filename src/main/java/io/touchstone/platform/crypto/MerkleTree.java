package io.touchstone.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;

/**
 * Root of a Merkle hash tree over a list that is read once, as in RFC 6962 section 2.1: leaves and
 * inner nodes are hashed with different prefixes, so that none passes for the other, and a list of
 * any length has one tree. Holds one hash for each power of two in the length.
 */
public final class MerkleTree {

  private static final byte LEAF = 0;
  private static final byte NODE = 1;

  /** A full subtree that waits for its right neighbour. */
  private record Subtree(long leaves, byte[] hash) {}

  private final Deque<Subtree> waiting = new ArrayDeque<>();
  private long leaves;

  /** Adds the next entry of the list. */
  public void add(byte[] entry) {
    addHash(leafHash(entry));
  }

  /**
   * Hash of an entry as a leaf of the tree, 32 bytes: what is left to keep where entries are many.
   */
  public static byte[] leafHash(byte[] entry) {
    return hash(LEAF, entry, new byte[0]);
  }

  /** Adds the next entry of the list by its {@link #leafHash}. */
  public void addHash(byte[] leafHash) {
    Subtree last = new Subtree(1, leafHash);
    while (!waiting.isEmpty() && waiting.peek().leaves() == last.leaves()) {
      Subtree left = waiting.pop();
      last = new Subtree(2 * last.leaves(), hash(NODE, left.hash(), last.hash()));
    }
    waiting.push(last);
    leaves++;
  }

  /** Adds the next entry of the list, a text in UTF-8. */
  public void add(String entry) {
    add(entry.getBytes(StandardCharsets.UTF_8));
  }

  /** How many entries have been added. */
  public long leaves() {
    return leaves;
  }

  /**
   * Root over all that has been added, 64 lower-case hexadecimal digits; of no entries the hash of
   * nothing. More may be added afterwards.
   */
  public String root() {
    byte[] root = null;
    for (Subtree subtree : waiting) {
      root = root == null ? subtree.hash() : hash(NODE, subtree.hash(), root);
    }
    return HexFormat.of().formatHex(root == null ? sha256().digest() : root);
  }

  private static byte[] hash(byte prefix, byte[] first, byte[] second) {
    MessageDigest digest = sha256();
    digest.update(prefix);
    digest.update(first);
    digest.update(second);
    return digest.digest();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java lacks SHA-256", e);
    }
  }
}
