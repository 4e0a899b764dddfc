package org.yichuang;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.health.contributor.Status;
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

    @ParameterizedTest
    @CsvSource({"1073741824, UP", "1073741823, DISK_SHORT", "67108864, DISK_SHORT", "67108863, OUT_OF_SERVICE"})
    void a_disk_that_fills_up_shows_in_the_health_page_whichever_it_is(long left, String status) {
        Path full = directory.resolve("full");
        var disk = new Disk(Map.of(directory, Disk.SHORT_OF, full, Disk.SHORT_OF)) {
            @Override
            long free(Path where) throws IOException {
                return where.equals(full) ? left : super.free(where) + Disk.SHORT_OF;
            }
        };

        assertThat(disk.health().getStatus().getCode()).isEqualTo(status);
    }

    @Test
    void the_disk_of_the_data_directory_is_looked_at_where_the_database_is_in_it() {
        Path gone = directory.resolve("gone");

        assertThat(new Disk("embedded", gone, directory).health().getStatus()).isEqualTo(Status.DOWN);
        assertThat(lookedAt("embedded", gone)).containsExactlyInAnyOrder(directory, gone);
        assertThat(lookedAt("external", gone)).containsExactly(directory);
    }

    private List<Path> lookedAt(String database, Path data) {
        var looked = new ArrayList<Path>();
        var disk = new Disk(database, data, directory) {
            @Override
            long free(Path where) {
                looked.add(where);
                return Disk.SHORT_OF;
            }
        };
        assertThat(disk.health().getStatus()).isEqualTo(Status.UP);
        return looked;
    }
}
