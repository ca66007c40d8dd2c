package io.eddy.peers;

import com.yahoo.labs.samoa.instances.Attribute;
import com.yahoo.labs.samoa.instances.DenseInstance;
import com.yahoo.labs.samoa.instances.Instance;
import com.yahoo.labs.samoa.instances.Instances;
import com.yahoo.labs.samoa.instances.InstancesHeader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A packed CSV file of numbers and a class as MOA's instances; no cell has a comma or a quote. */
final class CsvStream {
    private CsvStream() {}

    /** @param label the class's column */
    static StreamRows read(Path file, String label) throws IOException {
        List<String[]> rows = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            lines.lines().map(line -> line.split(",", -1)).forEach(rows::add);
        }
        int place = List.of(rows.get(0)).indexOf(label);
        rows.replaceAll(cells -> withLast(cells, place)); // some of MOA's learners want the class there
        List<String> columns = List.of(rows.remove(0));
        int target = columns.size() - 1;
        List<String> classes =
                rows.stream().map(cells -> cells[target]).distinct().toList();
        List<Attribute> attributes = columns.stream()
                .map(column -> column.equals(label) ? new Attribute(column, classes) : new Attribute(column))
                .toList();
        InstancesHeader header = new InstancesHeader(new Instances(file.toString(), attributes, 0));
        header.setClassIndex(target);
        String name = file.getFileName().toString().replaceAll("\\..*", "");
        return StreamRows.of(
                name,
                header,
                rows.stream().map(cells -> instance(cells, classes, header)).toList());
    }

    private static String[] withLast(String[] cells, int place) {
        List<String> moved = new ArrayList<>(List.of(cells));
        moved.add(moved.remove(place));
        return moved.toArray(String[]::new);
    }

    private static Instance instance(String[] cells, List<String> classes, InstancesHeader header) {
        Instance instance = new DenseInstance(cells.length);
        instance.setDataset(header);
        for (int c = 0; c < cells.length; c++) {
            instance.setValue(c, c == header.classIndex() ? classes.indexOf(cells[c]) : number(cells[c]));
        }
        return instance;
    }

    private static double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }
}
