package org.yichuang.network;

import java.time.LocalDate;
import java.util.UUID;

/** An officer's absence, from the first day through the last. */
public record Away(UUID id, String officer, LocalDate from, LocalDate to, String reason) {}
