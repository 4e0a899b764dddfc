package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yichuang.support.Node;

/** What is said of a data directory that cannot be used. */
class DataDirectoryTests {
    @TempDir
    Path directory;

    @Test
    void a_server_whose_data_directory_is_a_file_says_so_in_some_lines_and_ends() throws Exception {
        Path file = Files.createFile(directory.resolve("town"));

        Node.Result ended = Node.command("--server.port=0", "--yichuang.data=" + file);

        assertThat(ended.code()).as(ended.output()).isEqualTo(1);
        assertThat(ended.output())
                .contains(file + " 不能用作数据目录", file + " cannot be the data directory", "--data DIR")
                .doesNotContain("\tat org.");
        assertThat(ended.output().lines()).hasSizeLessThan(30);
    }

    @Test
    void a_directory_that_takes_no_file_of_the_server_is_said_to_be_of_no_use() throws Exception {
        Files.createDirectory(directory.resolve("server.lock"));

        assertThatThrownBy(() -> DataDirectory.take(directory))
                .isInstanceOf(DataDirectory.Unusable.class)
                .hasMessageContainingAll(directory + " cannot be the data directory", "server.lock");
        assertThatThrownBy(() -> new DatabaseKey(directory.resolve("gone")).prepare())
                .isInstanceOf(DataDirectory.Unusable.class)
                .hasMessageContaining(DatabaseKey.FILE);
    }
}
